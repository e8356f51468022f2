package dev.inkling.model.evaluation;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Picture;

/// A digit that is only known as a glyph, such as MNIST's, enlarged by cubic convolution so that
/// no pixel of it shows.
public record CleanGlyph(Glyph glyph) implements CleanDigit {
  /// Ten times a glyph's.
  private static final int CANVAS = 10 * Glyph.SIDE;

  @Override
  public Picture at(Pose pose) {
    int left = Glyph.SIDE;
    int right = 0;
    int top = Glyph.SIDE;
    int bottom = 0;
    for (int i = 0; i < Glyph.PIXELS; i++) {
      if (glyph.ink()[i] > 0) {
        left = Math.min(left, i % Glyph.SIDE);
        right = Math.max(right, i % Glyph.SIDE + 1);
        top = Math.min(top, i / Glyph.SIDE);
        bottom = Math.max(bottom, i / Glyph.SIDE + 1);
      }
    }
    double scale = Math.max(right - left, bottom - top) / (pose.size() * CANVAS);
    double cosine = Math.cos(Math.toRadians(pose.degrees())) * scale;
    double sine = Math.sin(Math.toRadians(pose.degrees())) * scale;
    var light = new float[CANVAS * CANVAS];
    for (int y = 0; y < CANVAS; y++) {
      for (int x = 0; x < CANVAS; x++) {
        double dx = x + 0.5 - pose.x() * CANVAS;
        double dy = y + 0.5 - pose.y() * CANVAS;
        double u = (left + right) / 2.0 + cosine * dx + sine * dy;
        double v = (top + bottom) / 2.0 - sine * dx + cosine * dy;
        light[y * CANVAS + x] = 1 - ink(u - 0.5, v - 0.5);
      }
    }
    return new Picture(CANVAS, CANVAS, light);
  }

  /// Between pixel middles, by cubic convolution.
  private float ink(double x, double y) {
    int left = (int) Math.floor(x) - 1;
    int top = (int) Math.floor(y) - 1;
    if (left < -3 || left > Glyph.SIDE || top < -3 || top > Glyph.SIDE) {
      return 0;
    }
    double sum = 0;
    for (int v = Math.max(top, 0); v < Math.min(top + 4, Glyph.SIDE); v++) {
      double row = 0;
      for (int u = Math.max(left, 0); u < Math.min(left + 4, Glyph.SIDE); u++) {
        row += kernel(u - x) * glyph.ink()[v * Glyph.SIDE + u];
      }
      sum += kernel(v - y) * row;
    }
    return (float) Math.clamp(sum, 0, 1);
  }

  /// R. Keys, "Cubic Convolution Interpolation for Digital Image Processing", 1981.
  private static double kernel(double distance) {
    double x = Math.abs(distance);
    if (x < 1) {
      return (1.5 * x - 2.5) * x * x + 1;
    }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  }
}
