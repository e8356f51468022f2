package dev.inkling.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {
  private static final int SAMPLES = 20_000;

  private final double[][] logits = new double[SAMPLES][];
  private final int[] digits = new int[SAMPLES];

  /// Digits that are drawn from the very probabilities that the logits give: all is well at 1.
  @BeforeEach
  void drawDigitsFromHonestLogits() {
    var random = new Random(3);
    for (int i = 0; i < SAMPLES; i++) {
      logits[i] = random.doubles(10, -3, 3).toArray();
      double[] probabilities = Temperature.softmax(logits[i], 1);
      double dart = random.nextDouble();
      while (digits[i] < 9 && dart >= probabilities[digits[i]]) {
        dart -= probabilities[digits[i]++];
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 2.5})
  void aNetworkThatIsTooSureIsCooledByAsMuch(double factor) {
    double[][] shouting =
        Arrays.stream(logits)
            .map(row -> Arrays.stream(row).map(logit -> logit * factor).toArray())
            .toArray(double[][]::new);

    assertThat(Temperature.fit(shouting, digits)).isCloseTo(factor, within(0.02 * factor));
  }

  @Test
  void noTemperatureNearbyIsBetter() {
    double best = Temperature.fit(logits, digits);
    double least = Temperature.surprise(logits, digits, best);

    for (double other : new double[] {0.5, 0.9, 0.999, 1.001, 1.1, 2}) {
      assertThat(Temperature.surprise(logits, digits, best * other)).isGreaterThanOrEqualTo(least);
    }
  }

  @Test
  void logarithmsOfProbabilitiesServeAsWell() {
    double[][] logarithms =
        Arrays.stream(logits)
            .map(row -> Arrays.stream(Temperature.softmax(row, 1)).map(Math::log).toArray())
            .toArray(double[][]::new);

    assertThat(Temperature.fit(logarithms, digits))
        .isCloseTo(Temperature.fit(logits, digits), within(1e-4));
  }

  @Test
  void whenAllAreRightItStopsAtTheColdEnd() {
    double[][] right = {{9, 0, 0, 0, 0, 0, 0, 0, 0, 0}, {0, 9, 0, 0, 0, 0, 0, 0, 0, 0}};

    assertThat(Temperature.fit(right, new int[] {0, 1}))
        .isBetween(Temperature.COLDEST, Temperature.HOTTEST);
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    double[] probabilities = Temperature.softmax(new double[] {4000, 3999, -4000}, 0.5);

    assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
    assertThat(probabilities[0]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
  }
}
