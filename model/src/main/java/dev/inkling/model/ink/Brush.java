package dev.inkling.model.ink;

/// A round pen. As in MS Paint, the eraser is a brush too: its ink is the paper's.
///
/// @param width diameter in canvas pixels, above 0
public record Brush(double width, Ink ink) {
  public Brush {
    if (!(width > 0) || Double.isInfinite(width)) {
      throw new IllegalArgumentException("A brush is wider than 0 pixels, got " + width);
    }
  }
}
