package dev.inkling.app.predict;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What the server answered, in the window's words.
///
/// @param digit the most probable, also where the verdict is that this is none
/// @param probabilities ten, of the digits 0 to 9
/// @param model the name and version of who answered
/// @param seen what the network saw as a PNG file, white ink on black; not copied
public record Answer(
    int digit,
    double confidence,
    List<Double> probabilities,
    Verdict verdict,
    String model,
    byte[] seen) {
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
      case UNSURE -> "A%s, perhaps a%s".formatted(afterA(digit), afterA(secondBest()));
      case NOT_A_DIGIT -> "That is no digit";
    };
  }

  /// How sure that is, or the nearest digit where it is none.
  public String moreInWords() {
    return isDigit() ? percent(confidence) + " sure" : "If it were one: " + digit;
  }

  /// Whether the digit may be called the answer.
  public boolean isDigit() {
    return verdict != Verdict.NOT_A_DIGIT;
  }

  /// A probability as people read it, such as `99.8 %`.
  static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f %%", probability * 100);
  }

  /// What follows the "a" before a digit: all but "an 8" go without an n.
  private static String afterA(int digit) {
    return (digit == 8 ? "n " : " ") + digit;
  }

  private int secondBest() {
    return IntStream.range(0, DIGITS)
        .filter(other -> other != digit)
        .reduce((a, b) -> probabilities.get(b) > probabilities.get(a) ? b : a)
        .orElseThrow();
  }
}
