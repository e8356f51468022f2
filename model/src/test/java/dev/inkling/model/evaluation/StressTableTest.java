package dev.inkling.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.data.PenDigit;
import dev.inkling.model.data.TestData;
import dev.inkling.model.evaluation.StressTable.Row;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ShippedModels;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StressTableTest {
  private static final List<PenDigit> PEN_DIGITS =
      IntStream.range(0, 10)
          .mapToObj(digit -> new PenDigit(digit, 1, ScriptedHand.lines(digit, 100)))
          .toList();

  private final AtomicInteger rows = new AtomicInteger();

  @Test
  void everyStrengthOfEveryDisturbanceIsARow() {
    StressDigits digits = StressDigits.of(TestData.mnistTest(), PEN_DIGITS, 1, 1);

    StressTable table = measured(digits, Integer.MAX_VALUE);

    assertThat(table.rows()).hasSize(StressTable.rows(digits)).hasSize(rows.get());
    for (Stress stress : Stress.values()) {
      assertThat(table.rows(stress).stream().map(Row::strength))
          .containsExactlyElementsOf(stress.strengths());
    }
    assertThat(table.rows(Stress.SHIFT).getFirst().accuracies())
        .singleElement()
        .satisfies(accuracy -> assertThat(accuracy.total()).isEqualTo(2));
    // Only pen lines can be drawn with another pen.
    assertThat(table.rows(Stress.BRUSH).getFirst().accuracies().getFirst().total()).isEqualTo(1);
  }

  @Test
  void whatSuitsNoDigitIsLeftOut() {
    StressDigits digits = StressDigits.of(TestData.mnistTest(), List.of(), 1, 1);

    StressTable table = measured(digits, Integer.MAX_VALUE);

    assertThat(table.rows(Stress.BRUSH)).isEmpty();
    assertThat(table.rows()).hasSize(StressTable.rows(digits));
  }

  @Test
  void equalSeedsDrawEqualDigits() {
    var mnist = TestData.mnistTest();

    var once = StressDigits.of(mnist, PEN_DIGITS, 20, 7);
    var again = StressDigits.of(mnist, PEN_DIGITS, 20, 7);
    var other = StressDigits.of(mnist, PEN_DIGITS, 20, 8);

    assertThat(truths(once)).isEqualTo(truths(again)).isNotEqualTo(truths(other)).hasSize(30);
  }

  @Test
  void itStopsWhenToldTo() {
    StressDigits digits = StressDigits.of(TestData.mnistTest(), PEN_DIGITS, 1, 1);

    assertThatExceptionOfType(EvaluationCancelled.class).isThrownBy(() -> measured(digits, 3));
    assertThat(rows).hasValue(3);
  }

  private StressTable measured(StressDigits digits, int mostRows) {
    try (Classifier seed = ShippedModels.store().load("seed")) {
      return StressTable.of(
          List.of(seed),
          digits,
          new StressTable.Progress() {
            @Override
            public void onRow() {
              rows.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
              return rows.get() >= mostRows;
            }
          });
    }
  }

  private static List<Integer> truths(StressDigits digits) {
    return digits.digits().stream().map(StressDigits.Known::digit).toList();
  }
}
