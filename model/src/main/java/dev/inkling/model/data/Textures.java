package dev.inkling.model.data;

import dev.inkling.model.ink.Picture;
import java.util.random.RandomGenerator;

/// Surfaces without a thing on them: what a wrong file, a photograph of a wall or a broken upload
/// looks like.
final class Textures {
  private Textures() {}

  /// The light at a place, 0 to 1; x and y from 0 to 1 over the longer side.
  private interface Light {
    double at(double x, double y);
  }

  static Picture picture(RandomGenerator random) {
    Sheet sheet = Sheet.random(random);
    double dark = random.nextDouble(0.5);
    double light = random.nextDouble(dark + 0.3, 1);
    Light texture =
        switch (random.nextInt(5)) {
          case 0 -> (x, y) -> random.nextDouble();
          case 1 -> clouds(random);
          case 2 -> gradient(random);
          case 3 -> stripes(random);
          default -> checks(random);
        };
    double grain = random.nextBoolean() ? 0 : random.nextDouble(0.2);
    double side = Math.max(sheet.width(), sheet.height());
    var luminance = new float[sheet.width() * sheet.height()];
    for (int i = 0; i < luminance.length; i++) {
      int column = i % sheet.width();
      int row = i / sheet.width();
      double bare = texture.at(column / side, row / side);
      double value = dark + (light - dark) * bare + grain * (random.nextDouble() - 0.5);
      luminance[i] = (float) Math.clamp(value, 0, 1);
    }
    return new Picture(sheet.width(), sheet.height(), luminance);
  }

  /// Random values on a coarse grid, smoothly between them.
  private static Light clouds(RandomGenerator random) {
    int cells = random.nextInt(4, 20);
    double[] values = random.doubles((cells + 2L) * (cells + 2L)).toArray();
    return (x, y) -> {
      int column = (int) (x * cells);
      int row = (int) (y * cells);
      double right = smooth(x * cells - column);
      double down = smooth(y * cells - row);
      int at = row * (cells + 2) + column;
      double above = values[at] * (1 - right) + values[at + 1] * right;
      double below = values[at + cells + 2] * (1 - right) + values[at + cells + 3] * right;
      return above * (1 - down) + below * down;
    };
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static Light gradient(RandomGenerator random) {
    double angle = random.nextDouble(2 * Math.PI);
    double dx = Math.cos(angle) / 2;
    double dy = Math.sin(angle) / 2;
    return (x, y) -> 0.5 + dx * (x - 0.5) * 1.4 + dy * (y - 0.5) * 1.4;
  }

  /// At any angle, hard or soft, at least four.
  private static Light stripes(RandomGenerator random) {
    double angle = random.nextDouble(Math.PI);
    double rate = 2 * Math.PI * random.nextInt(4, 16);
    double dx = rate * Math.cos(angle);
    double dy = rate * Math.sin(angle);
    boolean hard = random.nextBoolean();
    return (x, y) -> {
      double wave = Math.sin(dx * x + dy * y);
      return hard ? (wave < 0 ? 0 : 1) : (wave + 1) / 2;
    };
  }

  private static Light checks(RandomGenerator random) {
    int cells = random.nextInt(4, 16);
    return (x, y) -> ((int) (x * cells) + (int) (y * cells)) % 2;
  }
}
