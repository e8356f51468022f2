package dev.inkling.app.experiments;

import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Verdict;
import java.util.List;
import java.util.OptionalInt;

/// What one model said of a drawing.
///
/// @param digit the most probable, 0 to 9, also where the verdict is that this is none
/// @param confidence its probability, 0 to 1
/// @param probabilities ten, of the digits 0 to 9
public record Reading(
    ModelId model, int digit, double confidence, Verdict verdict, List<Double> probabilities) {
  public Reading {
    probabilities = List.copyOf(probabilities);
    if (digit < 0 || digit > 9 || probabilities.size() != 10) {
      throw new IllegalArgumentException(
          "A reading has a digit and ten probabilities, got %d and %s"
              .formatted(digit, probabilities));
    }
  }

  /// Whether that is what was meant, however sure the model was; for what is no digit, whether it
  /// was not answered as one.
  ///
  /// @param truth empty where no digit was meant
  public boolean isRight(OptionalInt truth) {
    return truth.isPresent() ? digit == truth.getAsInt() : verdict != Verdict.DIGIT;
  }
}
