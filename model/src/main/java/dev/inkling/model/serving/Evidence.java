package dev.inkling.model.serving;

import dev.inkling.model.ink.Glyph;

/// What each bit of a glyph's ink says for or against one digit.
///
/// @param digit 0 to 9
/// @param ink row by row, [Glyph#PIXELS] values from -1 to 1: above 0 where the ink speaks for the
///     digit, below where it speaks against it, 0 where there is none; not copied
public record Evidence(int digit, float[] ink) {
  /// As rows of 28 values.
  public float[][] rows() {
    var rows = new float[Glyph.SIDE][Glyph.SIDE];
    for (int y = 0; y < Glyph.SIDE; y++) {
      System.arraycopy(ink, y * Glyph.SIDE, rows[y], 0, Glyph.SIDE);
    }
    return rows;
  }
}
