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

  /// A square from it whose first pixel is that one; bare where it reaches beyond.
  Raster window(int x, int y, int side) {
    var part = new float[side * side];
    int first = Math.max(x, 0);
    int columns = Math.min(x + side, width) - first;
    for (int row = Math.max(y, 0); columns > 0 && row < Math.min(y + side, height); row++) {
      System.arraycopy(values, row * width + first, part, (row - y) * side + first - x, columns);
    }
    return new Raster(side, side, part);
  }

  /// The smallest box around all values above `threshold`; empty if there are none.
  Box boxAbove(float threshold) {
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int first = 0;
      while (first < width && values[row + first] <= threshold) {
        first++;
      }
      if (first == width) {
        continue;
      }
      int last = width - 1;
      while (last >= right && values[row + last] <= threshold) {
        last--;
      }
      left = Math.min(left, first);
      right = Math.max(right, last + 1);
      top = Math.min(top, y);
      bottom = y + 1;
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
    var sums = new double[narrow * factor];
    for (int y = 0; y < low; y++) {
      int last = Math.min((y + 1) * factor, height);
      if (y > 0 && last % factor == 0 && isLikeRowsBefore(y * factor, last)) {
        // A drawing is mostly margin: a block of rows like the one above it gives the same.
        System.arraycopy(result, (y - 1) * narrow, result, y * narrow, narrow);
        continue;
      }
      Arrays.fill(sums, 0);
      for (int row = y * factor; row < last; row++) {
        add(row, sums);
      }
      sumUp(sums, factor, result, y * narrow, narrow);
      divide(result, y * narrow, width / factor, factor * (last - y * factor));
      if (width % factor > 0) {
        divide(result, y * narrow + narrow - 1, 1, width % factor * (last - y * factor));
      }
    }
    return new Raster(narrow, low, result);
  }

  /// Whether those rows are the same as equally many before them.
  private boolean isLikeRowsBefore(int first, int last) {
    int start = first * width;
    int end = last * width;
    return Arrays.equals(values, start - (end - start), start, values, start, end);
  }

  /// Adds a whole row to `sums`. They are of another type than the values so that the compiler can
  /// tell them apart, and add many at once: of two arrays of one type each might be the other.
  private void add(int row, double[] sums) {
    int start = row * width;
    for (int x = 0; x < width; x++) {
      sums[x] += values[start + x];
    }
  }

  /// Each `width` of them make one.
  private static void sumUp(double[] sums, int width, float[] result, int from, int count) {
    for (int x = 0; x < count; x++) {
      double sum = 0;
      for (int i = x * width; i < (x + 1) * width; i++) {
        sum += sums[i];
      }
      result[from + x] = (float) sum;
    }
  }

  private static void divide(float[] values, int from, int count, float by) {
    for (int i = from; i < from + count; i++) {
      values[i] /= by;
    }
  }

  /// Whether a line narrower than a pixel passes here, which covers but a part of it: on both sides
  /// there is less ink, while at a soft edge there is more on one.
  boolean isThread(int x, int y) {
    float half = at(x, y) / 2;
    return isBetween(half, x, y, 2, 0)
        || isBetween(half, x, y, 0, 2)
        || isBetween(half, x, y, 2, 2)
        || isBetween(half, x, y, 2, -2);
  }

  private boolean isBetween(float most, int x, int y, int dx, int dy) {
    return orBare(x - dx, y - dy) <= most && orBare(x + dx, y + dy) <= most;
  }

  private float orBare(int x, int y) {
    return x >= 0 && x < width && y >= 0 && y < height ? at(x, y) : 0;
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
