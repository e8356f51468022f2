package dev.inkling.model.ink;

import java.util.List;

/// One of the smaller pictures in which an interlaced PNG comes: every so many pixels of every so
/// many rows (PNG, third edition, 8.2).
///
/// @param x of the first pixel
/// @param y of the first row
/// @param right to the next pixel
/// @param down to the next row
record PngPass(int x, int y, int right, int down) {
  static final List<PngPass> WHOLE = List.of(new PngPass(0, 0, 1, 1));

  static final List<PngPass> ADAM7 =
      List.of(
          new PngPass(0, 0, 8, 8),
          new PngPass(4, 0, 8, 8),
          new PngPass(0, 4, 4, 8),
          new PngPass(2, 0, 4, 4),
          new PngPass(0, 2, 2, 4),
          new PngPass(1, 0, 2, 2),
          new PngPass(0, 1, 1, 2));

  /// How many pixels a row has, of a picture that wide; none if the picture is too narrow.
  int pixels(int width) {
    return Math.max(0, (width - x + right - 1) / right);
  }
}
