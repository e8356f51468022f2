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
    counts[step(value)]++;
    total++;
  }

  static Levels of(float[] values) {
    var levels = new Levels();
    // Neighbours are mostly alike, and two counts in one place would wait for each other.
    var odd = new int[STEPS];
    int i = 0;
    for (; i + 1 < values.length; i += 2) {
      levels.counts[step(values[i])]++;
      odd[step(values[i + 1])]++;
    }
    if (i < values.length) {
      odd[step(values[i])]++;
    }
    for (int step = 0; step < STEPS; step++) {
      levels.counts[step] += odd[step];
    }
    levels.total = values.length;
    return levels;
  }

  private static int step(float value) {
    return Math.max(Math.min((int) (value * STEPS), STEPS - 1), 0);
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
