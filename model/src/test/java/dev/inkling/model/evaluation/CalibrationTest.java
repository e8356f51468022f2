package dev.inkling.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
  @Test
  void theErrorIsTheBinsGapsWeightedByTheirAnswers() {
    // Two answers around 0.9 of which one is right, two around 0.35 of which none is.
    var calibration =
        Calibration.of(
            new double[] {0.88, 0.92, 0.35, 0.37}, new boolean[] {true, false, false, false});

    assertThat(calibration.expectedError())
        .isCloseTo((2 * (0.90 - 0.5) + 2 * 0.36) / 4, within(1e-12));
    assertThat(calibration.bins()).hasSize(15);
    assertThat(calibration.bins().get(13))
        .isEqualTo(new Calibration.Bin(13 / 15.0, 14 / 15.0, 2, 0.9, 0.5));
  }

  @Test
  void everyConfidenceFallsIntoTheBinThatHoldsIt() {
    for (int i = 0; i <= 1000; i++) {
      double confidence = i / 1000.0;
      var bin =
          Calibration.of(new double[] {confidence}, new boolean[] {true}).bins().stream()
              .filter(each -> each.answers() == 1)
              .findFirst()
              .orElseThrow();

      assertThat(confidence).isBetween(bin.low(), bin.high());
    }
  }

  @Test
  void whoIsAsSureAsRightHasNextToNoError() {
    var random = new Random(7);
    double[] confidences = random.doubles(100_000, 0.1, 1).toArray();
    var right = new boolean[confidences.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = random.nextDouble() < confidences[i];
    }
    double[] boasting = Arrays.stream(confidences).map(c -> Math.min(1, c + 0.1)).toArray();

    assertThat(Calibration.of(confidences, right).expectedError()).isLessThan(0.01);
    assertThat(Calibration.of(boasting, right).expectedError()).isCloseTo(0.095, within(0.01));
  }

  @Test
  void noAnswersAreNoError() {
    assertThat(Calibration.of(new double[0], new boolean[0]).expectedError()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void whatIsNoConfidenceIsRefused(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calibration.of(new double[] {value}, new boolean[] {true}));
  }
}
