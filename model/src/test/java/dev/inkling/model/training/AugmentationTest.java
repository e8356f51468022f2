package dev.inkling.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.data.Samples;
import dev.inkling.model.data.TestData;
import dev.inkling.model.ink.Glyph;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AugmentationTest {
  private static final Augmentation AUGMENTATION = new Augmentation(0.35);
  private static final Samples SAMPLES = TestData.mnistTest();

  @Test
  void theSameRandomNumbersMakeTheSameGlyph() {
    float[] ink = ink(3);

    assertThat(AUGMENTATION.changed(ink, new Random(5)))
        .isEqualTo(AUGMENTATION.changed(ink, new Random(5)))
        .isNotEqualTo(AUGMENTATION.changed(ink, new Random(6)));
  }

  @Test
  void whatItMakesIsAGlyphWithInkInTheMiddle() {
    for (int i = 0; i < 2000; i++) {
      float[] changed = AUGMENTATION.changed(ink(i), new Random(i));
      // Throws on anything that is no ink.
      new Glyph(changed);
      double mass = 0;
      double across = 0;
      double down = 0;
      for (int k = 0; k < Glyph.PIXELS; k++) {
        mass += changed[k];
        across += changed[k] * (k % Glyph.SIDE);
        down += changed[k] * Math.floorDiv(k, Glyph.SIDE);
      }

      assertThat(mass).isGreaterThan(7);
      assertThat(across / mass).isCloseTo(14, within(4.5));
      assertThat(down / mass).isCloseTo(14, within(4.5));
    }
  }

  @Test
  void theOriginalStaysAsItIs() {
    float[] ink = ink(1);
    float[] before = ink.clone();

    AUGMENTATION.changed(ink, new Random(1));

    assertThat(ink).isEqualTo(before);
  }

  private static float[] ink(int sample) {
    return SAMPLES.get(sample).glyph().ink();
  }
}
