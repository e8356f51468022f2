package dev.inkling.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {
  @ParameterizedTest
  @CsvSource({
    // 2 * (1 + 10 + 45) / 1024
    "2, 8, 0.109375",
    "0, 6, 0.03125",
    "0, 1, 1",
    "5, 5, 1",
    "0, 0, 1"
  })
  void itIsTheTwoSidedBinomialTail(int onlyFirst, int onlySecond, double probability) {
    assertThat(new McNemar(onlyFirst, onlySecond).probability())
        .isCloseTo(probability, within(1e-12));
    assertThat(new McNemar(onlySecond, onlyFirst).probability())
        .isCloseTo(probability, within(1e-12));
  }

  @Test
  void thousandsOfDifferencesDoNotOverflow() {
    assertThat(new McNemar(4000, 4100).probability()).isBetween(0.26, 0.28);
    assertThat(new McNemar(10, 8000).probability()).isBetween(0.0, 1e-300);
  }
}
