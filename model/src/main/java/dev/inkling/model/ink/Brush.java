package dev.inkling.model.ink;

/// A round pen. As in MS Paint, the eraser is a brush too: its ink is the paper's.
///
/// @param width diameter in canvas pixels, above 0
/// @param opacity how much of what lies below a stroke hides, above 0 to 1; one stroke hides no
///     more where it crosses itself, two do where they cross
/// @param eraser whether the ink is the paper's, and stays so when the paper changes
public record Brush(double width, Ink ink, double opacity, boolean eraser) {
  public Brush {
    if (!(width > 0) || Double.isInfinite(width)) {
      throw new IllegalArgumentException("A brush is wider than 0 pixels, got " + width);
    }
    if (!(opacity > 0 && opacity <= 1)) {
      throw new IllegalArgumentException("Opacity is above 0 and at most 1, got " + opacity);
    }
  }

  /// One that hides all that lies below it.
  public Brush(double width, Ink ink) {
    this(width, ink, 1, false);
  }

  /// One that lays paper over ink.
  public static Brush eraser(double width, Ink paper) {
    return new Brush(width, paper, 1, true);
  }

  Brush with(Ink other) {
    return new Brush(width, other, opacity, eraser);
  }
}
