package dev.inkling.model.ink;

import java.util.Arrays;

/// A way from the top of a line of digits to its bottom, between one digit and the next.
///
/// @param columns in each row the first column to its right; not copied
/// @param crossed how much ink lies on it, in pixels of full ink
record Cut(int[] columns, double crossed) {
  /// Straight down before that column.
  static Cut straight(int column, int height) {
    var columns = new int[height];
    Arrays.fill(columns, column);
    return new Cut(columns, 0);
  }

  double middle() {
    return Arrays.stream(columns).average().orElseThrow();
  }

  /// The same way, but nowhere to the left of `other`: cuts do not cross.
  Cut notBefore(Cut other) {
    var later = new int[columns.length];
    for (int y = 0; y < later.length; y++) {
      later[y] = Math.max(columns[y], other.columns[y]);
    }
    return new Cut(later, crossed);
  }

  /// The ink between this cut and a later one, in a raster of the same size.
  Raster inkUpTo(Cut next, Raster ink) {
    var values = new float[ink.values().length];
    for (int y = 0; y < ink.height(); y++) {
      int row = y * ink.width();
      int from = row + columns[y];
      System.arraycopy(ink.values(), from, values, from, row + next.columns[y] - from);
    }
    return new Raster(ink.width(), ink.height(), values);
  }
}
