package dev.inkling.app.predict;

import java.util.Optional;

/// What is asked of a picture, beside which digit it is.
///
/// @param model who is to answer; the server's own choice if empty
/// @param evidence the digit for which it is to be told which ink speaks for it and which against
public record Question(Optional<String> model, Optional<Integer> evidence) {
  /// Which digit is it?
  public static final Question PLAIN = new Question(Optional.empty(), Optional.empty());

  /// Which digit is it, by that model?
  public static Question to(String model) {
    return new Question(Optional.of(model), Optional.empty());
  }

  /// And what speaks for that one?
  public static Question whatSpeaksFor(int digit) {
    return new Question(Optional.empty(), Optional.of(digit));
  }
}
