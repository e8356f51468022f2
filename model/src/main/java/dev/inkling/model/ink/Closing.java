package dev.inkling.model.ink;

import java.util.Arrays;

/// Fills what is darker than all around it and narrower than a window: a grey-scale closing (J.
/// Serra, "Image Analysis and Mathematical Morphology", 1982), which leaves light from one side,
/// dark corners and the edge of a shadow as they are, and takes strokes away.
///
/// The window also slides in from beyond the picture's edges. Without that, whatever grows darker
/// towards an edge would count as a stroke.
final class Closing {
  private Closing() {}

  /// The raster without what is dark and narrower than `window` pixels.
  static Raster ofDark(Raster raster, int window) {
    int reach = window / 2;
    Raster spread = lightestAround(padded(raster, reach), reach);
    Raster shrunk = negative(lightestAround(negative(spread), reach));
    return shrunk.crop(Box.whole(raster).movedBy(reach, reach));
  }

  /// The raster without what is light and narrower than `window` pixels.
  static Raster ofLight(Raster raster, int window) {
    return negative(ofDark(negative(raster), window));
  }

  /// Beyond the edges nothing is lighter than the picture.
  private static Raster padded(Raster raster, int margin) {
    int width = raster.width() + 2 * margin;
    var values = new float[width * (raster.height() + 2 * margin)];
    Arrays.fill(values, Float.NEGATIVE_INFINITY);
    for (int y = 0; y < raster.height(); y++) {
      System.arraycopy(
          raster.values(),
          y * raster.width(),
          values,
          (y + margin) * width + margin,
          raster.width());
    }
    return new Raster(width, raster.height() + 2 * margin, values);
  }

  private static Raster negative(Raster raster) {
    var values = new float[raster.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = -raster.values()[i];
    }
    return new Raster(raster.width(), raster.height(), values);
  }

  private static Raster lightestAround(Raster raster, int reach) {
    return lightestBeside(lightestBeside(raster, reach).turned(), reach).turned();
  }

  /// The lightest of each pixel and `reach` to its left and right, in three comparisons a pixel
  /// however many that are: the lightest up to each pixel and from each pixel on, within runs as
  /// long as the window, which thus always lies on two of them (M. van Herk, "A fast algorithm for
  /// local minimum and maximum filters", 1992).
  private static Raster lightestBeside(Raster raster, int reach) {
    int width = raster.width();
    int window = 2 * reach + 1;
    var result = new float[raster.values().length];
    var upTo = new float[width];
    var from = new float[width];
    for (int row = 0; row < result.length; row += width) {
      for (int x = 0; x < width; x++) {
        float value = raster.values()[row + x];
        upTo[x] = x % window == 0 ? value : Math.max(upTo[x - 1], value);
      }
      for (int x = width - 1; x >= 0; x--) {
        float value = raster.values()[row + x];
        boolean ends = x == width - 1 || (x + 1) % window == 0;
        from[x] = ends ? value : Math.max(from[x + 1], value);
      }
      for (int x = 0; x < width; x++) {
        int left = Math.max(x - reach, 0);
        int right = Math.min(x + reach, width - 1);
        if (left / window < right / window) {
          result[row + x] = Math.max(from[left], upTo[right]);
        } else {
          // Cut short by an edge of the raster, where the run ends too.
          result[row + x] = left == 0 ? upTo[right] : from[left];
        }
      }
    }
    return new Raster(width, raster.height(), result);
  }
}
