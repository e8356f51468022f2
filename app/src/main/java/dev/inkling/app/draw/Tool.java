package dev.inkling.app.draw;

import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Ink;

/// What is in the hand.
public enum Tool {
  /// Leaves a thin line.
  PENCIL(6, 1),
  /// Leaves ink as thick, once shrunk to 28x28, as the strokes of MNIST: a twentieth of the canvas.
  BRUSH(28, 1),
  /// Leaves ink that hides three quarters of what is below, as that of the course's own drawings.
  MARKER(28, 0.75),
  /// Leaves paper.
  ERASER(40, 1);

  private final double width;
  private final double opacity;

  Tool(double width, double opacity) {
    this.width = width;
    this.opacity = opacity;
  }

  /// As broad as it is before anybody chooses, in canvas pixels.
  double width() {
    return width;
  }

  /// What it draws with.
  Brush brush(double chosenWidth, Ink ink, Ink paper) {
    return this == ERASER
        ? Brush.eraser(chosenWidth, paper)
        : new Brush(chosenWidth, ink, opacity, false);
  }
}
