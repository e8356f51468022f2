package dev.inkling.model.training;

import dev.inkling.model.ink.Glyph;
import java.util.random.RandomGenerator;

/// Where each pixel of a changed glyph comes from: a turn, slant and stretch, framed anew, and a
/// smooth random displacement on top (P. Simard, D. Steinkraus and J. Platt, "Best Practices for
/// Convolutional Neural Networks Applied to Visual Document Analysis", 2003), here on a coarse grid
/// of random vectors with linear interpolation, which takes a tenth of the time of a blur.
final class Warp {
  private static final double CENTRE = 14.5;
  private static final double LONGEST_SIDE = 20;

  /// Most glyphs are turned a little, some as far as a sheet lies askew: of the mildly changed ones
  /// fewer, but enough that the calm end of the training does not forget them.
  private static final double TURN = Math.toRadians(9);

  private static final double FAR_TURN = Math.toRadians(36);
  private static final double FAR_TURNED = 0.3;

  private static final double SLANT = 0.18;
  private static final double STRETCH = 0.13;
  private static final double SIZE = 0.05;
  private static final double SHIFT = 0.7;

  /// Points of the displacement grid along a side.
  private static final int GRID = 6;

  private static final double DISPLACEMENT = 0.9;

  /// Ink from here on counts for the frame.
  private static final float INK = 0.2f;

  // From a changed pixel back to the original one: x = a u + b v + c, y = d u + e v + f.
  private final double a;
  private final double b;
  private final double c;
  private final double d;
  private final double e;
  private final double f;
  private final double[] displacementX;
  private final double[] displacementY;

  private Warp(double[] back, double[] displacementX, double[] displacementY) {
    a = back[0];
    b = back[1];
    c = back[2];
    d = back[3];
    e = back[4];
    f = back[5];
    this.displacementX = displacementX;
    this.displacementY = displacementY;
  }

  static Warp draw(float[] ink, RandomGenerator random, double strength) {
    double turn =
        random.nextDouble() < FAR_TURNED * strength
            ? random.nextDouble(-FAR_TURN, FAR_TURN)
            : normal(random, TURN * strength);
    double slant = normal(random, SLANT * strength);
    double stretch = Math.exp(normal(random, STRETCH * strength));
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    // Forward: slant, stretch across, then turn.
    double[] forward = {
      cos * stretch, cos * slant * stretch - sin, sin * stretch, sin * slant * stretch + cos
    };
    double[] frame = frame(ink, forward);
    double scale = frame[2] * Math.exp(normal(random, SIZE * strength));
    double middleX = CENTRE + normal(random, SHIFT * strength);
    double middleY = CENTRE + normal(random, SHIFT * strength);
    return new Warp(
        back(forward, scale, frame[0], frame[1], middleX, middleY),
        displacements(random, strength),
        displacements(random, strength));
  }

  /// The centre of mass of the ink after the change, and the scale that makes its longest side 20.
  private static double[] frame(float[] ink, double[] forward) {
    double mass = 0;
    double sumX = 0;
    double sumY = 0;
    double left = 99;
    double right = -99;
    double top = 99;
    double bottom = -99;
    for (int i = 0; i < ink.length; i++) {
      if (ink[i] > 0) {
        int column = i % Glyph.SIDE;
        int row = i / Glyph.SIDE;
        double x = column + 0.5 - CENTRE;
        double y = row + 0.5 - CENTRE;
        double u = forward[0] * x + forward[1] * y;
        double v = forward[2] * x + forward[3] * y;
        mass += ink[i];
        sumX += ink[i] * u;
        sumY += ink[i] * v;
        if (ink[i] > INK) {
          left = Math.min(left, u);
          right = Math.max(right, u);
          top = Math.min(top, v);
          bottom = Math.max(bottom, v);
        }
      }
    }
    double longest = Math.max(right - left, bottom - top) + 1;
    // A dot stays a dot.
    double scale = longest < 4 ? 1 : LONGEST_SIDE / longest;
    return new double[] {sumX / mass, sumY / mass, scale};
  }

  private static double[] back(
      double[] forward, double scale, double massX, double massY, double toX, double toY) {
    double determinant = (forward[0] * forward[3] - forward[1] * forward[2]) * scale;
    double a = forward[3] / determinant;
    double b = -forward[1] / determinant;
    double d = -forward[2] / determinant;
    double e = forward[0] / determinant;
    // The centre of mass, `scale` times as far out as `forward` left it, goes to (toX, toY).
    double fromX = toX - scale * massX;
    double fromY = toY - scale * massY;
    return new double[] {
      a, b, CENTRE - a * fromX - b * fromY, d, e, CENTRE - d * fromX - e * fromY
    };
  }

  private static double[] displacements(RandomGenerator random, double strength) {
    var grid = new double[GRID * GRID];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = normal(random, DISPLACEMENT * strength);
    }
    return grid;
  }

  float[] applied(float[] ink) {
    var result = new float[Glyph.PIXELS];
    for (int y = 0; y < Glyph.SIDE; y++) {
      for (int x = 0; x < Glyph.SIDE; x++) {
        double u = x + 0.5 + between(displacementX, x, y);
        double v = y + 0.5 + between(displacementY, x, y);
        result[y * Glyph.SIDE + x] = at(ink, a * u + b * v + c - 0.5, d * u + e * v + f - 0.5);
      }
    }
    return result;
  }

  private static double between(double[] grid, int x, int y) {
    double step = (GRID - 1) / (double) (Glyph.SIDE - 1);
    double u = x * step;
    double v = y * step;
    int i = Math.min((int) u, GRID - 2);
    int k = Math.min((int) v, GRID - 2);
    double right = u - i;
    double below = v - k;
    int at = k * GRID + i;
    return (1 - below) * ((1 - right) * grid[at] + right * grid[at + 1])
        + below * ((1 - right) * grid[at + GRID] + right * grid[at + GRID + 1]);
  }

  /// Linear between the four pixels around a place; bare outside the field.
  private static float at(float[] ink, double x, double y) {
    int i = (int) Math.floor(x);
    int k = (int) Math.floor(y);
    if (i < -1 || k < -1 || i >= Glyph.SIDE || k >= Glyph.SIDE) {
      return 0;
    }
    double right = x - i;
    double below = y - k;
    return (float)
        ((1 - below) * ((1 - right) * pixel(ink, i, k) + right * pixel(ink, i + 1, k))
            + below * ((1 - right) * pixel(ink, i, k + 1) + right * pixel(ink, i + 1, k + 1)));
  }

  private static float pixel(float[] ink, int x, int y) {
    return x < 0 || y < 0 || x >= Glyph.SIDE || y >= Glyph.SIDE ? 0 : ink[y * Glyph.SIDE + x];
  }

  private static double normal(RandomGenerator random, double deviation) {
    return Math.clamp(random.nextGaussian(), -2.5, 2.5) * deviation;
  }
}
