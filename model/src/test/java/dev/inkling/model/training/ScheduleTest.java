package dev.inkling.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void itWarmsUpAndThenFallsToTheLastRate() {
    var schedule = new Schedule(0.004, 1, 0.00002);

    assertThat(schedule.rate(0, 10)).isBetween(0.0, 0.0001);
    assertThat(schedule.rate(1, 10)).isEqualTo(0.004);
    assertThat(schedule.rate(5.5, 10)).isCloseTo(0.002, within(0.0001));
    assertThat(schedule.rate(10, 10)).isEqualTo(0.00002);
  }

  @Test
  void aConstantOneIsConstantToTheLastBit() {
    var schedule = Schedule.constant(1e-3);

    for (double epochs = 0; epochs <= 10; epochs += 0.1) {
      assertThat(schedule.rate(epochs, 10)).isEqualTo(1e-3);
    }
  }
}
