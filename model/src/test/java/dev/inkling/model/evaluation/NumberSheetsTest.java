package dev.inkling.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.data.TestData;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumberSheetsTest {
  private static final NumberSheets SHEETS = new NumberSheets(TestData.mnistTest());

  @ParameterizedTest
  @EnumSource
  void equalGeneratorsWriteEqualNumbers(NumberSetting setting) {
    NumberSheet one = SHEETS.write(setting, new SplittableRandom(7));
    NumberSheet other = SHEETS.write(setting, new SplittableRandom(7));

    assertThat(one.number()).isEqualTo(other.number());
    assertThat(one.picture().luminance()).isEqualTo(other.picture().luminance());
  }

  @Test
  void theDigitsOfATouchingNumberLeaveNoGapThatSpacedOnesHave() {
    for (int seed = 0; seed < 10; seed++) {
      NumberSheet spaced = SHEETS.write(NumberSetting.SPACED, new SplittableRandom(seed));
      NumberSheet touching = SHEETS.write(NumberSetting.TOUCHING, new SplittableRandom(seed));

      assertThat(touching.number()).isEqualTo(spaced.number());
      assertThat(touching.picture().width()).isLessThan(spaced.picture().width());
    }
  }

  @Test
  void twoLinesAreParted() {
    assertThat(SHEETS.write(NumberSetting.TWO_LINES, new SplittableRandom(1)).number())
        .matches("[0-9]{2,6}\n[0-9]{2,6}");
  }
}
