package dev.inkling.model.ink;

/// How often each value between 0 and 1 occurs, in 256 equal steps: medians and other quantiles
/// without sorting, to half a step of an 8-bit picture.
final class Levels {
  private static final int STEPS = 256;

  /// How finely values are told apart.
  static final float STEP = 1f / STEPS;

  private final int[] counts = new int[STEPS];
  private int total;

  void add(float value) {
    counts[Math.clamp((int) (value * STEPS), 0, STEPS - 1)]++;
    total++;
  }

  static Levels of(float[] values) {
    return above(values, -1);
  }

  /// Only the values above `threshold`.
  static Levels above(float[] values, float threshold) {
    var levels = new Levels();
    for (float value : values) {
      if (value > threshold) {
        levels.add(value);
      }
    }
    return levels;
  }

  int total() {
    return total;
  }

  float median() {
    return quantile(0.5);
  }

  /// The value that the share `q` of all values does not exceed; 0 if there are none.
  float quantile(double q) {
    long rank = Math.round(q * (total - 1));
    long seen = 0;
    for (int step = 0; step < STEPS; step++) {
      seen += counts[step];
      if (seen > rank) {
        return (step + 0.5f) / STEPS;
      }
    }
    return 0;
  }
}
