package dev.inkling.model.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// A running average of a network's weights: near the end of a run they circle the place where
/// they want to be, and their average lies in it (B. Polyak and A. Juditsky, 1992). At first it
/// follows faster, so that the start values are soon forgotten.
final class Averages {
  private final double stays;
  private final Map<String, float[]> means = new LinkedHashMap<>();

  /// @param stays how much of the average is left each time; 0 averages nothing
  Averages(double stays, Map<String, float[]> start) {
    this.stays = stays;
    start.forEach((name, values) -> means.put(name, values.clone()));
  }

  /// @param step how many steps were taken
  void add(Map<String, float[]> weights, int step) {
    float moves = (float) (1 - Math.min(stays, (1.0 + step) / (10 + step)));
    weights.forEach(
        (name, values) -> {
          float[] mean = Objects.requireNonNull(means.get(name));
          for (int i = 0; i < values.length; i++) {
            mean[i] += moves * (values[i] - mean[i]);
          }
        });
  }

  boolean areKept() {
    return stays > 0;
  }

  Map<String, float[]> values() {
    return means;
  }
}
