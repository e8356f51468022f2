package dev.inkling.model.ink;

import java.awt.image.BufferedImage;

/// A decoded luminance raster of any size.
///
/// @param width in pixels, at least 1
/// @param height in pixels, at least 1
/// @param luminance row by row, `width * height` values, 0 black to 1 white; not copied: whoever
///     hands it over no longer writes to it
public record Picture(int width, int height, float[] luminance) {
  public Picture {
    if (width < 1 || height < 1 || luminance.length != width * height) {
      throw new IllegalArgumentException(
          "%d x %d pixels need as many values, got %d".formatted(width, height, luminance.length));
    }
  }

  /// The luminance of Java's pixels, transparent ones laid over white paper.
  public static Picture of(BufferedImage image) {
    return Luminance.OVER_WHITE.of(image);
  }

  /// Whether all pixels lie within `contrast` of each other.
  ///
  /// @param contrast 0 to 1
  boolean isEven(float contrast) {
    float darkest = luminance[0];
    float lightest = luminance[0];
    for (float value : luminance) {
      if (value == darkest || value == lightest) {
        continue;
      }
      darkest = Math.min(darkest, value);
      lightest = Math.max(lightest, value);
      if (lightest - darkest >= contrast) {
        return false;
      }
    }
    return true;
  }
}
