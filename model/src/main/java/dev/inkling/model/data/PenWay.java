package dev.inkling.model.data;

import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/// A pen's line in steps so short that its width may change from one to the next unseen.
///
/// @param points in canvas pixels, at least one
/// @param ways from the first point to each of them, along the line
record PenWay(List<Point> points, List<Double> ways) {
  private static final double STEP = 2;

  /// How far to both sides of a point its direction is looked for, in steps.
  private static final int NEAR = 4;

  /// How wide a pen is at a point of a line, as a share of its brush's width.
  interface Widths {
    double at(PenWay line, int point);
  }

  static PenWay along(List<Point> knots) {
    var points = new ArrayList<Point>();
    var ways = new ArrayList<Double>();
    points.add(knots.getFirst());
    ways.add(0.0);
    for (int i = 1; i < knots.size(); i++) {
      Point from = knots.get(i - 1);
      Point to = knots.get(i);
      double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
      double before = ways.getLast();
      int steps = (int) Math.ceil(length / STEP);
      for (int step = 1; step <= steps; step++) {
        double share = (double) step / steps;
        points.add(
            new Point(
                from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
        ways.add(before + share * length);
      }
    }
    return new PenWay(points, ways);
  }

  /// The lines, drawn by a pen whose width changes on the way, never below a pixel.
  static List<Stroke> strokes(List<List<Point>> lines, Brush brush, Widths widths) {
    var strokes = new ArrayList<Stroke>();
    for (List<Point> knots : lines) {
      PenWay line = along(knots);
      for (int i = 0; i < line.points.size(); i++) {
        double width = Math.max(widths.at(line, i) * brush.width(), 1);
        int next = Math.min(i + 1, line.points.size() - 1);
        strokes.add(
            new Stroke(
                withWidth(brush, width), List.of(line.points.get(i), line.points.get(next))));
      }
    }
    return strokes;
  }

  static Brush withWidth(Brush brush, double width) {
    return new Brush(width, brush.ink());
  }

  double way(int point) {
    return ways.get(point);
  }

  double length() {
    return ways.getLast();
  }

  /// The sine of the direction there: 1 straight down, -1 straight up.
  double down(int point) {
    Point before = points.get(Math.max(point - NEAR, 0));
    Point after = points.get(Math.min(point + NEAR, points.size() - 1));
    double length = Math.hypot(after.x() - before.x(), after.y() - before.y());
    return length == 0 ? 0 : (after.y() - before.y()) / length;
  }
}
