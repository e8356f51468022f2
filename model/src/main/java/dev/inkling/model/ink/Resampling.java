package dev.inkling.model.ink;

import java.util.Arrays;

/// Separable resampling: every pixel of the result is a weighted mean of the pixels under it,
/// first along the rows, then along the columns. The sums run in a fixed order, so the same
/// picture gives the same bits on every machine.
final class Resampling {
  /// How far the cubic kernel reaches, in pixels of the coarser of the two grids.
  private static final double CUBIC_REACH = 2;

  private Resampling() {}

  /// `picture` at another size by antialiased cubic convolution. Where the kernel overshoots, each
  /// pass is cut to 0 … 1, as Pillow's passes are by their bytes.
  static Picture cubic(Picture picture, int width, int height) {
    Raster small =
        resampled(
            Raster.of(picture),
            cubicTaps(picture.width(), width),
            cubicTaps(picture.height(), height));
    return new Picture(width, height, small.values());
  }

  /// `raster` `scale` times as large, in the middle of a bare field of `width` x `height`. When
  /// shrinking, each pixel is the mean of what lies under it, parts of pixels counted as parts;
  /// that would give steps when enlarging, so then it is linear between pixel centres. A scale of 1
  /// that needs no shift by half a pixel changes nothing.
  static Raster area(Raster raster, double scale, int width, int height) {
    return resampled(
        raster, areaTaps(raster.width(), scale, width), areaTaps(raster.height(), scale, height));
  }

  /// `raster` stretched to `width` x `height`: its values at the middles of its pixels, linear
  /// between them, and level from the outermost middles on.
  static Raster linear(Raster raster, int width, int height) {
    return resampled(
        raster, linearTaps(raster.width(), width), linearTaps(raster.height(), height));
  }

  private static Raster resampled(Raster raster, Tap[] across, Tap[] down) {
    float[] narrow = alongRows(raster.values(), raster.width(), raster.height(), across);
    return new Raster(across.length, down.length, alongColumns(narrow, across.length, down));
  }

  /// The pixels that make one pixel of the result: a first index and the weights from there on.
  private record Tap(int first, double[] weights) {}

  private static Tap[] cubicTaps(int from, int to) {
    double scale = (double) from / to;
    double stretch = Math.max(scale, 1);
    double reach = CUBIC_REACH * stretch;
    var taps = new Tap[to];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      int first = Math.max((int) (centre - reach + 0.5), 0);
      int last = Math.min((int) (centre + reach + 0.5), from);
      var weights = new double[last - first];
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        weights[k] = cubicKernel((first + k - centre + 0.5) / stretch);
        sum += weights[k];
      }
      for (int k = 0; k < weights.length; k++) {
        weights[k] /= sum;
      }
      taps[i] = new Tap(first, weights);
    }
    return taps;
  }

  private static Tap[] areaTaps(int from, double scale, int to) {
    double margin = (to - from * scale) / 2;
    var taps = new Tap[to];
    for (int i = 0; i < to; i++) {
      double start = (i - margin) / scale;
      double end = (i + 1 - margin) / scale;
      taps[i] = scale < 1 ? coverage(start, end, from) : between((start + end - 1) / 2, from);
    }
    return taps;
  }

  /// How much of each pixel lies between `start` and `end`; bare beyond the raster's edges.
  private static Tap coverage(double start, double end, int pixels) {
    int first = Math.clamp((int) Math.floor(start), 0, pixels);
    int last = Math.clamp((int) Math.ceil(end), first, pixels);
    var weights = new double[last - first];
    for (int k = 0; k < weights.length; k++) {
      double covered = Math.min(first + k + 1, end) - Math.max(first + k, start);
      weights[k] = covered / (end - start);
    }
    return new Tap(first, weights);
  }

  /// The two pixels whose middles lie around `position`; bare beyond the raster's edges.
  private static Tap between(double position, int pixels) {
    int left = (int) Math.floor(position);
    double right = position - left;
    if (left < -1 || left >= pixels) {
      return new Tap(0, new double[0]);
    }
    if (left == -1) {
      return new Tap(0, new double[] {right});
    }
    return left == pixels - 1
        ? new Tap(left, new double[] {1 - right})
        : new Tap(left, new double[] {1 - right, right});
  }

  private static Tap[] linearTaps(int from, int to) {
    var taps = new Tap[to];
    for (int i = 0; i < to; i++) {
      double position = (i + 0.5) * from / to - 0.5;
      taps[i] = between(Math.clamp(position, 0, from - 1), from);
    }
    return taps;
  }

  private static double cubicKernel(double distance) {
    double x = Math.abs(distance);
    if (x < 1) {
      return (1.5 * x - 2.5) * x * x + 1;
    }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  }

  private static float[] alongRows(float[] pixels, int width, int height, Tap[] taps) {
    var result = new float[taps.length * height];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      if (y > 0 && Arrays.equals(pixels, row - width, row, pixels, row, row + width)) {
        // A drawing is mostly margin: a row like the one above it gives the same.
        System.arraycopy(result, (y - 1) * taps.length, result, y * taps.length, taps.length);
        continue;
      }
      for (int x = 0; x < taps.length; x++) {
        result[y * taps.length + x] = mean(taps[x].weights, pixels, row + taps[x].first);
      }
    }
    return result;
  }

  private static float[] alongColumns(float[] pixels, int width, Tap[] taps) {
    var result = new float[width * taps.length];
    // Of another type than the pixels, so that the compiler can tell them apart: see Raster.
    var sums = new double[width];
    for (int y = 0; y < taps.length; y++) {
      Arrays.fill(sums, 0);
      for (int k = 0; k < taps[y].weights.length; k++) {
        add(pixels, (taps[y].first + k) * width, taps[y].weights[k], sums);
      }
      for (int x = 0; x < width; x++) {
        result[y * width + x] = (float) Math.clamp(sums[x], 0, 1);
      }
    }
    return result;
  }

  private static void add(float[] pixels, int from, double weight, double[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * pixels[from + x];
    }
  }

  /// The weighted mean of the pixels from `from` on. Four sums grow side by side: a single one
  /// would wait for each addition before it begins the next, and takes twice as long.
  private static float mean(double[] weights, float[] pixels, int from) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int at = from;
    int k = 0;
    for (; k + 3 < weights.length; k += 4, at += 4) {
      sum0 += weights[k] * pixels[at];
      sum1 += weights[k + 1] * pixels[at + 1];
      sum2 += weights[k + 2] * pixels[at + 2];
      sum3 += weights[k + 3] * pixels[at + 3];
    }
    for (; k < weights.length; k++, at++) {
      sum0 += weights[k] * pixels[at];
    }
    return (float) Math.clamp(sum0 + sum1 + (sum2 + sum3), 0, 1);
  }
}
