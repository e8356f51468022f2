package dev.inkling.model.training;

import dev.inkling.model.ink.Glyph;
import java.util.random.RandomGenerator;

/// What happens to ink after it was written: gaps, specks, blur, fading, grain. Each seldom, so
/// that most glyphs have none and some have two.
final class Damage {
  private static final double GAP = 0.12;
  private static final double SPECK = 0.08;
  private static final double BLUR = 0.08;
  private static final double FADING = 0.15;
  private static final double GRAIN = 0.06;

  private Damage() {}

  static void inflict(float[] ink, RandomGenerator random) {
    if (random.nextDouble() < GAP) {
      spot(ink, random, random.nextDouble(0.8, 1.9), 0);
    }
    if (random.nextDouble() < SPECK) {
      spot(ink, random, random.nextDouble(0.5, 1.1), random.nextFloat(0.5f, 1));
    }
    if (random.nextDouble() < BLUR) {
      System.arraycopy(PenChange.blurred(ink), 0, ink, 0, ink.length);
    }
    if (random.nextDouble() < FADING) {
      double exponent = Math.exp(random.nextDouble(-0.6, 0.6));
      for (int i = 0; i < ink.length; i++) {
        ink[i] = (float) Math.pow(ink[i], exponent);
      }
    }
    if (random.nextDouble() < GRAIN) {
      double deviation = random.nextDouble(0.02, 0.12);
      for (int i = 0; i < ink.length; i++) {
        ink[i] = (float) Math.clamp(ink[i] + deviation * random.nextGaussian(), 0, 1);
      }
    }
  }

  /// Lays a soft disc of `value` somewhere in the glyph's field.
  private static void spot(float[] ink, RandomGenerator random, double radius, float value) {
    double middleX = random.nextDouble(4, 24);
    double middleY = random.nextDouble(4, 24);
    for (int y = 0; y < Glyph.SIDE; y++) {
      for (int x = 0; x < Glyph.SIDE; x++) {
        double distance = Math.hypot(x + 0.5 - middleX, y + 0.5 - middleY);
        float share = (float) Math.clamp(radius - distance + 0.5, 0, 1);
        ink[y * Glyph.SIDE + x] += share * (value - ink[y * Glyph.SIDE + x]);
      }
    }
  }
}
