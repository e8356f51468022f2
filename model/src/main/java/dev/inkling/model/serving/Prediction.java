package dev.inkling.model.serving;

import java.util.List;

/// What a classifier says of one picture.
///
/// @param digit 0 to 9, the most probable
/// @param confidence its probability, 0 to 1
/// @param probabilities ten, of the digits 0 to 9, summing to 1
/// @param digitness how much the picture looks like any digit at all, 0 to 1; 1 from a network that
///     can't tell
public record Prediction(
    int digit,
    double confidence,
    List<Double> probabilities,
    double digitness,
    Verdict verdict,
    ModelId model,
    Timings timings) {
  public Prediction {
    if (probabilities.size() != 10) {
      throw new IllegalArgumentException("Ten probabilities, got " + probabilities.size());
    }
    probabilities = List.copyOf(probabilities);
  }
}
