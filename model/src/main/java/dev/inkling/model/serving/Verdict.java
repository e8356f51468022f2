package dev.inkling.model.serving;

/// What a classifier makes of a glyph as a whole.
public enum Verdict {
  /// This is a digit, and it is the one named.
  DIGIT,
  /// It looks like the digit named, but another is near.
  UNSURE,
  /// This is no digit.
  NOT_A_DIGIT
}
