package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.NoInk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeTest {
  private final Resize resize = new Resize();

  @Test
  void itGivesWhatTheOriginalServiceGotFromPillow() {
    Picture seven = new PictureDecoder().decode(TestPictures.file("seven.png"));

    float[] ink = resize.apply(seven).ink();

    var pillow =
        new Scanner(new String(TestPictures.file("seven-28x28.txt"), StandardCharsets.US_ASCII));
    for (float value : ink) {
      // Pillow rounds to whole levels after each of its two passes.
      assertThat(255 * (1 - value)).isCloseTo(pillow.nextInt(), within(1.5f));
    }
  }

  @Test
  void anMnistPictureIsLeftAsItIs() {
    var random = new Random(1);
    var paperWhite = new float[Glyph.PIXELS];
    for (int i = 0; i < paperWhite.length; i++) {
      paperWhite[i] = random.nextInt(256) / 255f;
    }

    float[] ink = resize.apply(new Picture(28, 28, paperWhite)).ink();

    for (int i = 0; i < ink.length; i++) {
      assertThat(ink[i]).isCloseTo(1 - paperWhite[i], within(1e-6f));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "100, 100, 1", "100, 100, 0", "560, 560, 0.3", "3, 900, 0.5"})
  void anEvenSurfaceHasNoInk(int width, int height, float luminance) {
    var values = new float[width * height];
    Arrays.fill(values, luminance);

    assertThatExceptionOfType(NoInk.class)
        .isThrownBy(() -> resize.apply(new Picture(width, height, values)));
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "1, 9000", "9000, 1", "27, 29", "4000, 4000"})
  void picturesOfAnyShapeBecomeAGlyph(int width, int height) {
    var random = new Random(3);
    var values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(2);
    }

    assertThat(resize.apply(new Picture(width, height, values)).ink()).hasSize(Glyph.PIXELS);
  }
}
