package dev.inkling.model.ink;

import java.util.ArrayList;
import java.util.List;

/// Strokes on a canvas, first drawn first. Kept as strokes and not as pixels, so that it can be
/// undone, scaled and rendered again without loss.
///
/// @param width of the canvas in pixels, at least 1
/// @param height of the canvas in pixels, at least 1
/// @param paper what the canvas is covered with before the first stroke
public record Drawing(int width, int height, Ink paper, List<Stroke> strokes) {
  public Drawing {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("A canvas has pixels, got " + width + " x " + height);
    }
    strokes = List.copyOf(strokes);
  }

  /// An empty canvas.
  public static Drawing blank(int width, int height, Ink paper) {
    return new Drawing(width, height, paper, List.of());
  }

  /// This drawing with one more stroke on top.
  public Drawing plus(Stroke stroke) {
    var more = new ArrayList<>(strokes);
    more.add(stroke);
    return new Drawing(width, height, paper, more);
  }

  /// This canvas without its strokes.
  public Drawing cleared() {
    return blank(width, height, paper);
  }

  public boolean isBlank() {
    return strokes.isEmpty();
  }
}
