package dev.inkling.api;

/// The server can't answer now, but soon will.
final class Busy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Busy(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
