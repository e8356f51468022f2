package dev.inkling.model.evaluation;

import dev.inkling.model.ink.Picture;
import java.util.random.RandomGenerator;

/// What is printed or has fallen on a sheet beside the digit.
final class Sheets {
  private Sheets() {}

  /// Rulings, and with `squared` as many across them.
  ///
  /// @param darkness of the lines, 0 white to 1 as dark as the ink
  /// @param degrees that the sheet is turned
  static Picture ruled(
      Picture picture, boolean squared, double darkness, double degrees, RandomGenerator random) {
    double distance = picture.width() * random.nextDouble(0.08, 0.16);
    double half = Math.max(picture.width() * random.nextDouble(0.001, 0.004), 0.5);
    double offset = random.nextDouble(distance);
    double cosine = Math.cos(Math.toRadians(degrees));
    double sine = Math.sin(Math.toRadians(degrees));
    return Disturbances.each(
        picture,
        (light, x, y) -> {
          double down = offset + y * cosine + x * sine;
          double along = offset + x * cosine - y * sine;
          double line = line(down, distance, half);
          if (squared) {
            line = Math.max(line, line(along, distance, half));
          }
          return Math.min(light, 1 - darkness * line);
        });
  }

  /// How much of a pixel a line covers.
  private static double line(double position, double distance, double half) {
    double phase = position - distance * Math.floor(position / distance);
    return Math.clamp(half + 0.5 - Math.min(phase, distance - phase), 0, 1);
  }

  /// A box to write in.
  ///
  /// @param inset of its lines from the canvas's edge, in pixels
  /// @param width of its lines, in pixels
  static Picture boxed(Picture picture, int inset, double width) {
    return Disturbances.each(
        picture,
        (light, x, y) -> {
          int inward =
              Math.min(Math.min(x, picture.width() - 1 - x), Math.min(y, picture.height() - 1 - y));
          return inward >= inset && inward < inset + width ? 0 : light;
        });
  }

  /// Crumbs of up to 1.2 % of the canvas.
  static Picture specked(Picture picture, int specks, RandomGenerator random) {
    var light = picture.luminance().clone();
    for (int i = 0; i < specks; i++) {
      double x = random.nextDouble(picture.width());
      double y = random.nextDouble(picture.height());
      double radius = Math.max(picture.width() * random.nextDouble(0.001, 0.006), 0.7);
      int reach = (int) radius + 2;
      for (int v = Math.max((int) y - reach, 0);
          v < Math.min((int) y + reach, picture.height());
          v++) {
        for (int u = Math.max((int) x - reach, 0);
            u < Math.min((int) x + reach, picture.width());
            u++) {
          int at = v * picture.width() + u;
          double bare = Math.clamp(Math.hypot(u - x, v - y) - radius + 0.5, 0, 1);
          light[at] = (float) Math.min(light[at], bare);
        }
      }
    }
    return new Picture(picture.width(), picture.height(), light);
  }

  /// Graphite on rough paper: no soft edges, and places that the pencil jumps over.
  ///
  /// @param gaps the share of the ink that is missing
  static Picture pencilled(Picture picture, double gaps, RandomGenerator random) {
    return Disturbances.each(
        picture, (light, x, y) -> light > 0.5 || random.nextDouble() < gaps ? 1 : 0.25);
  }
}
