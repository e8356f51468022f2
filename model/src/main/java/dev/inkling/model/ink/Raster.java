package dev.inkling.model.ink;

import java.util.Arrays;

/// One value a pixel, row by row: luminance while the paper is sought, then ink, 0 bare to 1 full.
/// The steps of [Normalizer] pass it on; each makes a new one.
record Raster(int width, int height, float[] values) {

  static Raster of(Picture picture) {
    return new Raster(picture.width(), picture.height(), picture.luminance());
  }

  float at(int x, int y) {
    return values[y * width + x];
  }

  int longestSide() {
    return Math.max(width, height);
  }

  /// The part inside `box`.
  Raster crop(Box box) {
    if (box.equals(Box.whole(this))) {
      return this;
    }
    var part = new float[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      System.arraycopy(
          values, (box.top() + y) * width + box.left(), part, y * box.width(), box.width());
    }
    return new Raster(box.width(), box.height(), part);
  }

  /// The same with `margin` bare pixels on each side.
  Raster padded(int margin) {
    var wider = new float[(width + 2 * margin) * (height + 2 * margin)];
    for (int y = 0; y < height; y++) {
      System.arraycopy(
          values, y * width, wider, (y + margin) * (width + 2 * margin) + margin, width);
    }
    return new Raster(width + 2 * margin, height + 2 * margin, wider);
  }

  /// The smallest box around all values above `threshold`; empty if there are none.
  Box boxAbove(float threshold) {
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (values[y * width + x] > threshold) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    return right == 0 ? Box.EMPTY : new Box(left, top, right, bottom);
  }

  /// The mean of each block of `factor` x `factor` pixels; the blocks at the right and bottom edge
  /// may be smaller.
  Raster reduced(int factor) {
    if (factor == 1) {
      return this;
    }
    int narrow = Math.ceilDiv(width, factor);
    int low = Math.ceilDiv(height, factor);
    var result = new float[narrow * low];
    var sums = new float[narrow * factor];
    for (int y = 0; y < low; y++) {
      int last = Math.min((y + 1) * factor, height);
      Arrays.fill(sums, 0);
      int row = y * factor;
      for (; row + 3 < last; row += 4) {
        addFourRows(row, sums);
      }
      for (; row < last; row++) {
        addRow(row, sums);
      }
      int from = y * narrow;
      for (int i = 0; i < factor; i++) {
        addEvery(factor, sums, i, result, from, narrow);
      }
      for (int x = 0; x < narrow; x++) {
        int columns = Math.min((x + 1) * factor, width) - x * factor;
        result[from + x] /= columns * (last - y * factor);
      }
    }
    return new Raster(narrow, low, result);
  }

  // Whole rows are added, and then whole columns of blocks: long loops, of which the compiler makes
  // much, unlike of short ones inside each block.

  /// Four at once: to fetch the sums and put them back for each row takes twice as long.
  private void addFourRows(int y, float[] sums) {
    int first = y * width;
    int second = first + width;
    int third = second + width;
    int fourth = third + width;
    for (int x = 0; x < width; x++) {
      sums[x] =
          sums[x] + values[first + x] + values[second + x] + values[third + x] + values[fourth + x];
    }
  }

  private void addRow(int y, float[] sums) {
    int start = y * width;
    for (int x = 0; x < width; x++) {
      sums[x] += values[start + x];
    }
  }

  private static void addEvery(
      int stride, float[] values, int first, float[] sums, int from, int count) {
    for (int i = 0; i < count; i++) {
      sums[from + i] += values[first + i * stride];
    }
  }

  /// The mean of each pixel and its eight neighbours; fewer at the edges.
  Raster softened() {
    var result = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        int count = 0;
        for (int v = Math.max(y - 1, 0); v <= Math.min(y + 1, height - 1); v++) {
          for (int u = Math.max(x - 1, 0); u <= Math.min(x + 1, width - 1); u++) {
            sum += values[v * width + u];
            count++;
          }
        }
        result[y * width + x] = sum / count;
      }
    }
    return new Raster(width, height, result);
  }

  /// Rows become columns.
  Raster turned() {
    var result = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        result[x * height + y] = values[y * width + x];
      }
    }
    return new Raster(/* width= */ height, /* height= */ width, result);
  }
}
