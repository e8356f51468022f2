package dev.inkling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.Timings;
import dev.inkling.model.serving.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Path FILE = Path.of("x.png");

  private final StringWriter out = new StringWriter();

  @Test
  void theTableSaysHowSureItIsAndNamesNoDigitWhereThereIsNone() {
    Answers table = Answers.table(new PrintWriter(out), List.of(FILE));

    table.prediction(FILE, prediction(Verdict.DIGIT));
    table.prediction(FILE, prediction(Verdict.UNSURE));
    table.prediction(FILE, prediction(Verdict.NOT_A_DIGIT));

    assertThat(out.toString().lines())
        .containsExactly(
            "x.png  4   60.0 %  digit        seed/1  2.8 ms",
            "x.png  4   60.0 %  unsure       seed/1  2.8 ms",
            "x.png  -           not a digit  seed/1  2.8 ms");
  }

  @Test
  void jsonHasTheNearestDigitAndHowMuchItIsAnyInEachCase() {
    Answers.json(new PrintWriter(out)).prediction(FILE, prediction(Verdict.NOT_A_DIGIT));

    assertThat(out.toString())
        .contains("\"digit\":4", "\"digitness\":0.25", "\"verdict\":\"not_a_digit\"")
        .doesNotContain("seen");
  }

  private static Prediction prediction(Verdict verdict) {
    return new Prediction(
        4,
        0.6,
        List.of(0.0, 0.0, 0.0, 0.0, 0.6, 0.0, 0.0, 0.0, 0.1, 0.3),
        0.25,
        verdict,
        new ModelId("seed", 1),
        new Timings(1.9, 0.8, 0.1, 2.8));
  }
}
