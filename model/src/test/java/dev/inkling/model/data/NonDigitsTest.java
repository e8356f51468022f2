package dev.inkling.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.inkling.model.ink.Picture;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NonDigitsTest {
  @ParameterizedTest
  @EnumSource
  void noneIsAnEvenSurface(NonDigits kind) {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      assertThat(RandomHandTest.contrast(kind.picture(random)))
          .as("%s %d", kind, i)
          .isGreaterThan(0.1f);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSamePicture(NonDigits kind) {
    for (long seed = 0; seed < 20; seed++) {
      Picture first = kind.picture(new SplittableRandom(seed));
      Picture second = kind.picture(new SplittableRandom(seed));

      assertThat(first.width()).isEqualTo(second.width());
      assertThat(first.luminance()).isEqualTo(second.luminance());
    }
  }

  @Test
  void everyDigitCanBePrinted() {
    var random = new SplittableRandom(2);
    for (int i = 0; i < 200; i++) {
      assertThat(RandomHandTest.contrast(FontDigits.picture(i % 10, random))).isGreaterThan(0.2f);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> FontDigits.picture(10, random));
  }
}
