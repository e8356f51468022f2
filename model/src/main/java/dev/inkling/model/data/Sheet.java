package dev.inkling.model.data;

import dev.inkling.model.ink.Ink;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/// An empty canvas as somebody may have it before them, and what they write on it with.
///
/// @param width in pixels
/// @param height in pixels
record Sheet(int width, int height, Ink paper, Ink ink) {
  /// Below this difference of luminance, in 255ths, nobody would go on writing.
  private static final double LEAST_CONTRAST = 80;

  /// The longest side that ink is given, where the canvas has room for it, in pixels: anything
  /// smaller can't be read.
  private static final double LEAST_SIZE = 16;

  /// Mostly 80 to 300 pixels, dark on light and grey; sometimes down to 28, up to 640, light on
  /// dark or coloured.
  static Sheet random(RandomGenerator random) {
    double kind = random.nextDouble();
    double side;
    if (kind < 0.84) {
      side = logUniform(80, 300, random);
    } else if (kind < 0.95) {
      side = logUniform(28, 80, random);
    } else {
      side = logUniform(300, 640, random);
    }
    double aspect = aspect(random);
    int width = (int) Math.clamp(side * Math.sqrt(aspect), 28, 640);
    int height = (int) Math.clamp(side / Math.sqrt(aspect), 28, 640);
    return inked(width, height, random);
  }

  private static double aspect(RandomGenerator random) {
    double kind = random.nextDouble();
    if (kind < 0.6) {
      return 1;
    }
    if (kind < 0.8) {
      return 4.0 / 3;
    }
    return kind < 0.9 ? 3.0 / 4 : logUniform(0.6, 1.8, random);
  }

  private static Sheet inked(int width, int height, RandomGenerator random) {
    Ink paper = Ink.WHITE;
    Ink ink = Ink.BLACK;
    double kind = random.nextDouble();
    if (kind > 0.5) {
      boolean coloured = kind > 0.75;
      do {
        paper = random.nextBoolean() ? Ink.WHITE : shade(190, 256, coloured, random);
        ink = shade(0, coloured ? 256 : 120, coloured, random);
      } while (luminance(paper) - luminance(ink) < LEAST_CONTRAST);
    }
    boolean reversed = random.nextDouble() < 0.25;
    return reversed ? new Sheet(width, height, ink, paper) : new Sheet(width, height, paper, ink);
  }

  private static Ink shade(int from, int to, boolean coloured, RandomGenerator random) {
    int red = random.nextInt(from, to);
    int green = coloured ? random.nextInt(from, to) : red;
    int blue = coloured ? random.nextInt(from, to) : red;
    return new Ink(red << 16 | green << 8 | blue);
  }

  private static double luminance(Ink ink) {
    int rgb = ink.rgb();
    return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
  }

  /// Another pen's, which can be seen on this paper and may be much paler than the first.
  Ink otherInk(RandomGenerator random) {
    Ink other = ink;
    do {
      other = shade(0, 256, true, random);
    } while (Math.abs(luminance(paper) - luminance(other)) < LEAST_CONTRAST / 3);
    return other;
  }

  static double logUniform(double from, double to, RandomGenerator random) {
    return from * Math.exp(random.nextDouble() * Math.log(to / from));
  }

  /// Where on this sheet something is put: mostly near the middle and large, sometimes small or in
  /// a corner, never over the edge.
  ///
  /// @param bounds of what is to be put there, in any units
  /// @param margin what a brush adds to its longer side, as a share of that
  AffineTransform place(Rectangle2D bounds, double margin, RandomGenerator random) {
    double longer = Math.max(bounds.getWidth(), bounds.getHeight());
    double share = random.nextDouble(random.nextDouble() < 0.75 ? 0.4 : 0.15, 0.95);
    // A pixel on each side is kept for a brush that can't be finer, and one for smooth edges.
    double room =
        Math.min(
            (width - 4) / (bounds.getWidth() / longer + margin),
            (height - 4) / (bounds.getHeight() / longer + margin));
    double size = Math.min(Math.max(share * height, LEAST_SIZE), room);
    double scale = size / longer;
    double reach = margin * size + 4;
    double freeX = width - bounds.getWidth() * scale - reach;
    double freeY = height - bounds.getHeight() * scale - reach;
    boolean near = random.nextDouble() < 0.7;
    var placed = new AffineTransform();
    placed.translate(
        reach / 2 + Math.max(freeX, 0) * along(near, random),
        reach / 2 + Math.max(freeY, 0) * along(near, random));
    placed.scale(scale, scale);
    placed.translate(-bounds.getX(), -bounds.getY());
    return placed;
  }

  /// From 0, one end of the free room, to 1, the other.
  private static double along(boolean near, RandomGenerator random) {
    return near ? Math.clamp(0.5 + 0.12 * random.nextGaussian(), 0, 1) : random.nextDouble();
  }
}
