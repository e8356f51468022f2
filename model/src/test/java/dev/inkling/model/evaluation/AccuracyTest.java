package dev.inkling.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AccuracyTest {
  @Test
  void theIntervalIsWilsons() {
    // The example of Newcombe, "Two-sided confidence intervals for the single proportion" (1998):
    // 81 of 263 gives 0.2553 to 0.3662.
    var accuracy = new Accuracy(81, 263);

    assertThat(accuracy.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(accuracy.high()).isCloseTo(0.3662, within(5e-5));
  }

  @Test
  void allRightIsNoCertainty() {
    var accuracy = new Accuracy(10, 10);

    assertThat(accuracy.share()).isEqualTo(1);
    assertThat(accuracy.low()).isCloseTo(0.7225, within(5e-5));
    assertThat(accuracy.high()).isCloseTo(1, within(1e-9));
  }
}
