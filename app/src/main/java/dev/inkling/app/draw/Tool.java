package dev.inkling.app.draw;

/// What is in the hand.
public enum Tool {
  /// Leaves ink.
  PEN,
  /// Leaves paper.
  ERASER
}
