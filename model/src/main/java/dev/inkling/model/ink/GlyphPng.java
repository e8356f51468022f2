package dev.inkling.model.ink;

/// What a network sees, as a picture that people can look at: 28x28 pixels of 8-bit grey, white ink
/// on black, a pixel a value and none of them smoothed.
///
/// The ink is white because it is 1 in a [Glyph] and in MNIST: whoever reads the pixels back and
/// divides them by 255 has the glyph again, to within 1/510.
public final class GlyphPng {
  private GlyphPng() {}

  /// That glyph as a PNG file.
  public static byte[] of(Glyph glyph) {
    return PicturePng.of(new Picture(Glyph.SIDE, Glyph.SIDE, glyph.ink()));
  }
}
