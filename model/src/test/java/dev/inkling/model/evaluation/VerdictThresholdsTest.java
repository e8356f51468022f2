package dev.inkling.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.serving.ModelCard.Thresholds;
import dev.inkling.model.serving.Verdict;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictThresholdsTest {
  private final Random random = new Random(11);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 99, 100, 101, 1000, 4321})
  void atLeast99OfAHundredDigitsStayAnswered(int digits) {
    double[] digitness = random.doubles(digits).map(Math::sqrt).toArray();
    double[] confidence = random.doubles(digits, 0.1, 1).toArray();

    Thresholds thresholds = VerdictThresholds.choose(digitness, confidence);

    long answered = count(thresholds, digitness, confidence, Verdict.DIGIT);
    assertThat(answered).isGreaterThanOrEqualTo((long) Math.ceil(0.99 * digits));
    // And no more than need be: each one more that is refused would be one too many.
    assertThat(answered).isEqualTo(digits - digits / 100);
  }

  @Test
  void whereNonDigitsAreFarAwayNoOddDigitIsLostToThem() {
    double[] digitness = IntStream.range(0, 1000).mapToDouble(i -> 0.9 + i / 20_000.0).toArray();
    double[] confidence = random.doubles(1000, 0.5, 1).toArray();
    double[] others = IntStream.range(0, 1000).mapToDouble(i -> i / 10_000.0).toArray();

    Thresholds thresholds = VerdictThresholds.choose(digitness, confidence, 0.99, others);

    // Odds of about 1 to 9 and of about 9 to 1.
    assertThat(thresholds.notADigit()).isCloseTo(0.5, within(0.01));
    assertThat(count(thresholds, digitness, confidence, Verdict.NOT_A_DIGIT)).isZero();
    assertThat(count(thresholds, digitness, confidence, Verdict.DIGIT)).isEqualTo(990);
  }

  @Test
  void halfOfWhatMayBeLostIsLostToDigitness() {
    double[] digitness = IntStream.range(0, 1000).mapToDouble(i -> i / 1000.0).toArray();
    double[] confidence = IntStream.range(0, 1000).mapToDouble(i -> 1 - i / 2000.0).toArray();

    Thresholds thresholds = VerdictThresholds.choose(digitness, confidence);

    assertThat(thresholds.notADigit()).isEqualTo(0.005);
    assertThat(thresholds.digit()).isCloseTo(1 - 994 / 2000.0, within(1e-12));
    assertThat(count(thresholds, digitness, confidence, Verdict.NOT_A_DIGIT)).isEqualTo(5);
    assertThat(count(thresholds, digitness, confidence, Verdict.UNSURE)).isEqualTo(5);
  }

  @Test
  void aNetworkThatCannotTellNeverSaysNotADigit() {
    var digitness = new double[1000];
    Arrays.fill(digitness, 1);
    double[] confidence = random.doubles(1000, 0.1, 1).toArray();

    Thresholds thresholds = VerdictThresholds.choose(digitness, confidence);

    assertThat(thresholds.notADigit()).isZero();
    assertThat(count(thresholds, digitness, confidence, Verdict.UNSURE)).isEqualTo(10);
  }

  @Test
  void equalValuesAreNeverLostTogether() {
    var all = new double[1000];
    Arrays.fill(all, 0.75);

    Thresholds thresholds = VerdictThresholds.choose(all, all);

    assertThat(count(thresholds, all, all, Verdict.DIGIT)).isEqualTo(1000);
  }

  private static long count(
      Thresholds thresholds, double[] digitness, double[] confidence, Verdict verdict) {
    return IntStream.range(0, digitness.length)
        .filter(i -> thresholds.verdict(confidence[i], digitness[i]) == verdict)
        .count();
  }
}
