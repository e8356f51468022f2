package dev.inkling.model.ink;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/// What a network sees, as a picture that people can look at: 28x28 pixels of 8-bit grey, white ink
/// on black, a pixel a value and none of them smoothed.
///
/// The ink is white because it is 1 in a [Glyph] and in MNIST: whoever reads the pixels back and
/// divides them by 255 has the glyph again, to within 1/510.
public final class GlyphPng {
  private static final int WHITE = 255;

  private GlyphPng() {}

  /// That glyph as a PNG file.
  public static byte[] of(Glyph glyph) {
    var image = new BufferedImage(Glyph.SIDE, Glyph.SIDE, BufferedImage.TYPE_BYTE_GRAY);
    // Through the raster: setRGB takes grey for linear light and would brighten the edges.
    WritableRaster raster = image.getRaster();
    for (int i = 0; i < Glyph.PIXELS; i++) {
      raster.setSample(i % Glyph.SIDE, i / Glyph.SIDE, 0, Math.round(glyph.ink()[i] * WHITE));
    }
    return PngFile.of(image);
  }
}
