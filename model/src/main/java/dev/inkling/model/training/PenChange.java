package dev.inkling.model.training;

import dev.inkling.model.ink.Glyph;
import java.util.random.RandomGenerator;

/// Another pen: a blur, and then a threshold with a slope. A low threshold makes strokes wider, a
/// high one narrower, a gentle slope leaves them soft.
///
/// @param share how much of the change is mixed in; 0 leaves the glyph as it is
/// @param threshold of the blurred ink, 0 to 1
/// @param slope of the ramp through it
record PenChange(float share, float threshold, float slope) {
  private static final double CHANGED = 0.6;

  static PenChange draw(RandomGenerator random) {
    return random.nextDouble() < CHANGED
        ? new PenChange(
            random.nextFloat(0.4f, 1),
            random.nextFloat(0.22f, 0.62f),
            (float) Math.exp(random.nextDouble(0, 1.5)))
        : new PenChange(0, 0, 0);
  }

  void apply(float[] ink) {
    if (share == 0) {
      return;
    }
    float[] blurred = blurred(ink);
    for (int i = 0; i < ink.length; i++) {
      float other = Math.clamp((blurred[i] - threshold) * slope + 0.5f, 0, 1);
      // Where the ramp would lift bare paper off 0, it stays bare.
      float kept = blurred[i] < 0.02f ? 0 : Math.min(other, 4 * blurred[i]);
      ink[i] += share * (kept - ink[i]);
    }
  }

  /// Each pixel with its neighbours in the ratio 1 : 2 : 1, across and down.
  static float[] blurred(float[] ink) {
    return alongColumns(alongRows(ink));
  }

  private static float[] alongRows(float[] ink) {
    var result = new float[ink.length];
    for (int i = 0; i < ink.length; i++) {
      int x = i % Glyph.SIDE;
      float left = x > 0 ? ink[i - 1] : 0;
      float right = x < Glyph.SIDE - 1 ? ink[i + 1] : 0;
      result[i] = (left + 2 * ink[i] + right) / 4;
    }
    return result;
  }

  private static float[] alongColumns(float[] ink) {
    var result = new float[ink.length];
    for (int i = 0; i < ink.length; i++) {
      float above = i >= Glyph.SIDE ? ink[i - Glyph.SIDE] : 0;
      float below = i < ink.length - Glyph.SIDE ? ink[i + Glyph.SIDE] : 0;
      result[i] = (above + 2 * ink[i] + below) / 4;
    }
    return result;
  }
}
