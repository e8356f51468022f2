package dev.inkling.model.ink;

import java.util.ArrayList;
import java.util.List;

/// What one brush left between pen down and pen up: its points in the order of drawing, at least
/// one.
public record Stroke(Brush brush, List<Point> points) {
  public Stroke {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("A stroke has at least one point");
    }
    points = List.copyOf(points);
  }

  /// The stroke of a pen that has just touched the paper.
  public static Stroke begin(Brush brush, Point point) {
    return new Stroke(brush, List.of(point));
  }

  /// This stroke, drawn on to one more point.
  public Stroke to(Point point) {
    var longer = new ArrayList<>(points);
    longer.add(point);
    return new Stroke(brush, longer);
  }
}
