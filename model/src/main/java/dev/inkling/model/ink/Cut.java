package dev.inkling.model.ink;

import java.util.Arrays;

/// A way from the top of a line of digits to its bottom, between one digit and the next.
///
/// @param columns in each row the first column to its right; not copied
/// @param crossed how much ink lies on it, in pixels of full ink
record Cut(int[] columns, double crossed) {
  /// Up to so much of a pen's width a cut is free.
  private static final double FREE = 0.25;

  /// Straight down before that column.
  static Cut straight(int column, int height) {
    var columns = new int[height];
    Arrays.fill(columns, column);
    return new Cut(columns, 0);
  }

  /// Whether what it parts does not touch.
  ///
  /// @param pen its width in pixels
  boolean isFree(double pen) {
    return crossed <= FREE * pen;
  }

  double middle() {
    return Arrays.stream(columns).average().orElseThrow();
  }

  /// The ink between this cut and a later one, in a raster of the same size. In rows in which they
  /// cross there is none.
  Raster inkUpTo(Cut next, Raster ink) {
    var values = new float[ink.values().length];
    for (int y = 0; y < ink.height(); y++) {
      int from = y * ink.width() + columns[y];
      int width = Math.max(next.columns[y] - columns[y], 0);
      System.arraycopy(ink.values(), from, values, from, width);
    }
    return new Raster(ink.width(), ink.height(), values);
  }
}
