package dev.inkling.model.data;

import dev.inkling.model.data.Skeleton.Knot;
import dev.inkling.model.ink.Point;
import java.util.ArrayList;
import java.util.List;

/// The smooth way through given points: a cubic Hermite spline over the chords' lengths. With
/// lengths for time, unlike with equal times, unevenly spaced points make no loops (finite
/// differences as in E. Catmull, R. Rom, "A Class of Local Interpolating Splines", 1974).
final class Curve {
  /// A point about every so many hundredths of the field: enough for a smooth line and a trembling
  /// hand.
  private static final double STEP = 4;

  /// Points that coincide have no direction between them.
  private static final double LEAST_CHORD = 1e-3;

  private Curve() {}

  static List<Point> through(List<Knot> knots) {
    var points = new ArrayList<Point>();
    points.add(knots.getFirst().at());
    for (int i = 0; i + 1 < knots.size(); i++) {
      addSegment(knots, i, points);
    }
    return points;
  }

  private static void addSegment(List<Knot> knots, int i, List<Point> points) {
    Point from = knots.get(i).at();
    Point to = knots.get(i + 1).at();
    double chord = distance(from, to);
    Point chordDirection = direction(from, to);
    boolean leavesFreely = isFree(knots, i);
    boolean arrivesFreely = isFree(knots, i + 1);
    Point leaving = leavesFreely ? chordDirection : tangent(knots, i);
    Point arriving = arrivesFreely ? chordDirection : tangent(knots, i + 1);
    if (leavesFreely && !arrivesFreely) {
      leaving = bent(chordDirection, arriving);
    } else if (arrivesFreely && !leavesFreely) {
      arriving = bent(chordDirection, leaving);
    }
    int steps = Math.max((int) Math.round(chord / STEP), 1);
    for (int step = 1; step <= steps; step++) {
      double t = (double) step / steps;
      double t2 = t * t;
      double t3 = t2 * t;
      double a = 2 * t3 - 3 * t2 + 1;
      double b = (t3 - 2 * t2 + t) * chord;
      double c = 3 * t2 - 2 * t3;
      double d = (t3 - t2) * chord;
      points.add(
          new Point(
              a * from.x() + b * leaving.x() + c * to.x() + d * arriving.x(),
              a * from.y() + b * leaving.y() + c * to.y() + d * arriving.y()));
    }
  }

  /// At its ends and corners a line may go in any direction.
  private static boolean isFree(List<Knot> knots, int i) {
    return i == 0 || i == knots.size() - 1 || knots.get(i).corner();
  }

  /// The free end's direction that makes the segment a parabola, which bends evenly.
  private static Point bent(Point chord, Point other) {
    return new Point(1.5 * chord.x() - 0.5 * other.x(), 1.5 * chord.y() - 0.5 * other.y());
  }

  private static Point tangent(List<Knot> knots, int i) {
    Point before = knots.get(i - 1).at();
    Point here = knots.get(i).at();
    Point after = knots.get(i + 1).at();
    double in = distance(before, here);
    double out = distance(here, after);
    Point arriving = direction(before, here);
    Point leaving = direction(here, after);
    // The nearer neighbour counts more.
    return new Point(
        (out * arriving.x() + in * leaving.x()) / (in + out),
        (out * arriving.y() + in * leaving.y()) / (in + out));
  }

  private static Point direction(Point from, Point to) {
    double chord = distance(from, to);
    return new Point((to.x() - from.x()) / chord, (to.y() - from.y()) / chord);
  }

  private static double distance(Point from, Point to) {
    return Math.max(Math.hypot(to.x() - from.x(), to.y() - from.y()), LEAST_CHORD);
  }
}
