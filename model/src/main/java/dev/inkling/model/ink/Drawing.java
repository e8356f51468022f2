package dev.inkling.model.ink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Strokes on a canvas, first drawn first. Kept as strokes and not as pixels, so that it can be
/// undone, scaled and rendered again without loss.
///
/// @param width of the canvas in pixels, at least 1
/// @param height of the canvas in pixels, at least 1
/// @param paper what the canvas is covered with before the first stroke
/// @param backdrop a picture that lies on the paper and below the strokes
public record Drawing(
    int width, int height, Ink paper, Optional<Backdrop> backdrop, List<Stroke> strokes) {
  public Drawing {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("A canvas has pixels, got " + width + " x " + height);
    }
    strokes = List.copyOf(strokes);
  }

  /// Strokes on bare paper.
  public Drawing(int width, int height, Ink paper, List<Stroke> strokes) {
    this(width, height, paper, Optional.empty(), strokes);
  }

  /// An empty canvas.
  public static Drawing blank(int width, int height, Ink paper) {
    return new Drawing(width, height, paper, List.of());
  }

  /// This drawing with one more stroke on top.
  public Drawing plus(Stroke stroke) {
    var more = new ArrayList<>(strokes);
    more.add(stroke);
    return new Drawing(width, height, paper, backdrop, more);
  }

  /// This canvas with nothing on its paper.
  public Drawing cleared() {
    return blank(width, height, paper);
  }

  /// This canvas with that picture on it, in place of all that was drawn.
  public Drawing showing(Backdrop picture) {
    return new Drawing(width, height, paper, Optional.of(picture), List.of());
  }

  /// The same strokes on other paper. What was rubbed out stays rubbed out.
  public Drawing onPaper(Ink other) {
    return recoloured(other, brush -> brush.eraser() ? brush.with(other) : brush);
  }

  /// This drawing with two colours in each other's place, in its paper and in all of its strokes.
  public Drawing exchanging(Ink one, Ink other) {
    UnaryOperator<Ink> exchange = ink -> ink.equals(one) ? other : ink.equals(other) ? one : ink;
    return recoloured(exchange.apply(paper), brush -> brush.with(exchange.apply(brush.ink())));
  }

  public boolean isBlank() {
    return strokes.isEmpty() && backdrop.isEmpty();
  }

  private Drawing recoloured(Ink newPaper, UnaryOperator<Brush> recolour) {
    return new Drawing(
        width,
        height,
        newPaper,
        backdrop,
        strokes.stream()
            .map(stroke -> new Stroke(recolour.apply(stroke.brush()), stroke.points()))
            .toList());
  }
}
