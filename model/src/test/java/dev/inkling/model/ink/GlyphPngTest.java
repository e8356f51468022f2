package dev.inkling.model.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GlyphPngTest {
  @Test
  void everyValueIsOnePixelOfGreyWithTheInkWhite() throws IOException {
    var ink = new float[Glyph.PIXELS];
    for (int i = 0; i < Glyph.PIXELS; i++) {
      ink[i] = (float) i / (Glyph.PIXELS - 1);
    }

    BufferedImage image = read(GlyphPng.of(new Glyph(ink)));

    assertThat(image.getWidth()).isEqualTo(Glyph.SIDE);
    assertThat(image.getHeight()).isEqualTo(Glyph.SIDE);
    assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < Glyph.PIXELS; i++) {
      double pixel = image.getRaster().getSample(i % Glyph.SIDE, i / Glyph.SIDE, 0) / 255.0;
      assertThat(pixel).isCloseTo(ink[i], within(1 / 510.0 + 1e-6));
    }
  }

  @Test
  void ourOwnDecoderReadsItBackAsItWas() {
    var ink = new float[Glyph.PIXELS];
    ink[3 * Glyph.SIDE + 20] = 1;
    ink[3 * Glyph.SIDE + 21] = 51 / 255f;

    Picture picture = new PictureDecoder().decode(GlyphPng.of(new Glyph(ink)));

    assertThat(picture.luminance()).containsExactly(ink, within(1e-6f));
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
