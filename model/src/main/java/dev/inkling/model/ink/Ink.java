package dev.inkling.model.ink;

/// An opaque colour of pen or paper.
///
/// @param rgb sRGB as `0xRRGGBB`
public record Ink(int rgb) {
  public static final Ink BLACK = new Ink(0x000000);
  public static final Ink WHITE = new Ink(0xFFFFFF);

  public Ink {
    if ((rgb & 0xFF000000) != 0) {
      throw new IllegalArgumentException("rgb is 0xRRGGBB, got 0x" + Integer.toHexString(rgb));
    }
  }

  boolean isGrey() {
    int red = rgb >> 16 & 0xFF;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    return red == green && green == blue;
  }
}
