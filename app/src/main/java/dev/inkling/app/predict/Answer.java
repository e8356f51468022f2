package dev.inkling.app.predict;

import dev.inkling.app.texts.Sentence;
import dev.inkling.model.ink.Steps;
import dev.inkling.model.serving.Evidence;
import dev.inkling.model.serving.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the server answered, in the window's words.
///
/// @param digit the most probable, also where the verdict is that this is none
/// @param probabilities ten, of the digits 0 to 9
/// @param model the name and version of who answered
/// @param seen what the network saw as a PNG file, white ink on black; not copied
/// @param steps how that was found in the picture, if the server tells
/// @param evidence what the ink says for or against a digit, if it was asked for
public record Answer(
    int digit,
    double confidence,
    List<Double> probabilities,
    Verdict verdict,
    String model,
    byte[] seen,
    Optional<Steps> steps,
    Optional<Evidence> evidence) {
  /// How many digits there are.
  public static final int DIGITS = 10;

  /// Below it nobody would call a digit clear, though its model may answer it.
  private static final double CLEAR = 0.9;

  public Answer {
    probabilities = List.copyOf(probabilities);
    if (probabilities.size() != DIGITS || digit < 0 || digit >= DIGITS) {
      throw new IllegalArgumentException(
          "An answer has a digit and ten probabilities, got %d and %s"
              .formatted(digit, probabilities));
    }
  }

  /// The verdict as one would say it.
  public Sentence inWords() {
    return switch (verdict) {
      case DIGIT -> Sentence.of(confidence < CLEAR ? probably() : "verdict.digit", digit);
      case UNSURE -> unsure(secondBest());
      case NOT_A_DIGIT -> Sentence.of("verdict.none");
    };
  }

  /// How sure that is, or the nearest digit where it is none.
  public Sentence moreInWords() {
    return isDigit() ? Sentence.of("sure", confidence * 100) : Sentence.of("nearest", digit);
  }

  /// Whether the digit may be called the answer.
  public boolean isDigit() {
    return verdict != Verdict.NOT_A_DIGIT;
  }

  private String probably() {
    return digit == 8 ? "verdict.probably.8" : "verdict.probably";
  }

  /// In English one says "a" digit, but "an" 8.
  private Sentence unsure(int second) {
    String key =
        digit == 8 ? "verdict.unsure.8" : second == 8 ? "verdict.unsure.then-8" : "verdict.unsure";
    return Sentence.of(key, digit, second);
  }

  private int secondBest() {
    return IntStream.range(0, DIGITS)
        .filter(other -> other != digit)
        .reduce((a, b) -> probabilities.get(b) > probabilities.get(a) ? b : a)
        .orElseThrow();
  }
}
