package dev.inkling.app.predict;

import java.util.List;
import java.util.stream.IntStream;

/// What the server answered, in the window's words.
///
/// @param probabilities ten, of the digits 0 to 9
/// @param model the name and version of who answered
public record Answer(
    int digit, double confidence, List<Double> probabilities, Verdict verdict, String model) {
  /// How many digits there are.
  public static final int DIGITS = 10;

  public Answer {
    probabilities = List.copyOf(probabilities);
    if (probabilities.size() != DIGITS || digit < 0 || digit >= DIGITS) {
      throw new IllegalArgumentException(
          "An answer has a digit and ten probabilities, got %d and %s"
              .formatted(digit, probabilities));
    }
  }

  /// The verdict as one would say it.
  public String inWords() {
    return switch (verdict) {
      case DIGIT -> "A clear " + digit;
      case UNSURE -> "A %d, perhaps a %d".formatted(digit, secondBest());
      case NOT_A_DIGIT -> "That is no digit";
    };
  }

  private int secondBest() {
    return IntStream.range(0, DIGITS)
        .filter(other -> other != digit)
        .reduce((a, b) -> probabilities.get(b) > probabilities.get(a) ? b : a)
        .orElseThrow();
  }
}
