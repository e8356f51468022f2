package dev.inkling.model.ink;

/// An opaque colour of pen or paper.
///
/// @param rgb sRGB as `0xRRGGBB`
public record Ink(int rgb) {
  public static final Ink BLACK = new Ink(0x000000);
  public static final Ink WHITE = new Ink(0xFFFFFF);

  /// Closer in luma, 0 to 255, and a stroke is hard to see: dark blue on black is 18 apart.
  private static final int LEAST_CONTRAST = 32;

  public Ink {
    if ((rgb & 0xFF000000) != 0) {
      throw new IllegalArgumentException("rgb is 0xRRGGBB, got 0x" + Integer.toHexString(rgb));
    }
  }

  /// Whether the one can be told from the other by how light they are, as a network has to.
  public boolean showsOn(Ink paper) {
    return Math.abs(luma() - paper.luma()) >= LEAST_CONTRAST;
  }

  /// Black or white, whichever shows better on this.
  public Ink contrasting() {
    return luma() < 128 ? WHITE : BLACK;
  }

  boolean isGrey() {
    return red() == green() && green() == blue();
  }

  /// Rec. 601, as the decoder weighs them.
  private double luma() {
    return 0.299 * red() + 0.587 * green() + 0.114 * blue();
  }

  private int red() {
    return rgb >> 16 & 0xFF;
  }

  private int green() {
    return rgb >> 8 & 0xFF;
  }

  private int blue() {
    return rgb & 0xFF;
  }
}
