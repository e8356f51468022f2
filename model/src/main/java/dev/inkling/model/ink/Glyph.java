package dev.inkling.model.ink;

/// What a network sees: 28 rows of 28 values, 0 bare paper to 1 full ink, as MNIST is stored.
///
/// @param ink row by row, [#PIXELS] values; not copied
public record Glyph(float[] ink) {
  /// Width and height in pixels.
  public static final int SIDE = 28;

  public static final int PIXELS = SIDE * SIDE;

  public Glyph {
    if (ink.length != PIXELS) {
      throw new IllegalArgumentException("A glyph has " + PIXELS + " values, got " + ink.length);
    }
    for (float value : ink) {
      // A network passes NaN through to its answer, so it is stopped here.
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("Ink lies between 0 and 1, got " + value);
      }
    }
  }
}
