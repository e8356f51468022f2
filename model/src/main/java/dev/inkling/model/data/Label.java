package dev.inkling.model.data;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The words by which people label a picture.
final class Label {
  private static final Set<String> NO_DIGIT = Set.of("none", "not_a_digit");

  private Label() {}

  /// The truth that this word states: one digit, or none at all; nothing when it is no label.
  static Optional<OptionalInt> of(String word) {
    if (word.length() == 1 && word.charAt(0) >= '0' && word.charAt(0) <= '9') {
      return Optional.of(OptionalInt.of(word.charAt(0) - '0'));
    }
    return saysNone(word) ? Optional.of(OptionalInt.empty()) : Optional.empty();
  }

  static boolean saysNone(String word) {
    return NO_DIGIT.contains(word.toLowerCase(Locale.ROOT));
  }
}
