package dev.inkling.model.ink;

/// How alike two glyphs are.
public final class Glyphs {
  private Glyphs() {}

  /// The share of the ink that is not where the other has it, 0 alike to 2 wholly apart, at the
  /// best of nine places: where a centre of mass falls between two pixels, the least change moves a
  /// glyph by one.
  public static double difference(Glyph one, Glyph other) {
    double least = Double.MAX_VALUE;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        least = Math.min(least, difference(one, other, dx, dy));
      }
    }
    return least / sum(one);
  }

  private static double difference(Glyph one, Glyph other, int dx, int dy) {
    double difference = 0;
    for (int y = 0; y < Glyph.SIDE; y++) {
      for (int x = 0; x < Glyph.SIDE; x++) {
        difference += Math.abs(at(one, x, y) - at(other, x + dx, y + dy));
      }
    }
    return difference;
  }

  private static float at(Glyph glyph, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < Glyph.SIDE && y < Glyph.SIDE;
    return inside ? glyph.ink()[y * Glyph.SIDE + x] : 0;
  }

  private static double sum(Glyph glyph) {
    double sum = 0;
    for (float ink : glyph.ink()) {
      sum += ink;
    }
    return sum;
  }
}
