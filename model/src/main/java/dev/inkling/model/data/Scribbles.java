package dev.inkling.model.data;

import dev.inkling.model.data.Skeleton.Knot;
import dev.inkling.model.ink.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Lines without a meaning, in a field of about 100 x 100. Each is long enough not to end up as a
/// digit by chance: three legs of a zigzag would be a 2, one turn of a spiral a 0 or a 6.
final class Scribbles {
  private Scribbles() {}

  static List<List<Point>> lines(RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> List.of(tangle(random.nextInt(9, 22), random));
      case 1 -> List.of(zigzag(random));
      case 2 -> List.of(spiral(random));
      case 3 -> List.of(coil(random));
      default -> List.of(tangle(random.nextInt(24, 50), random), zigzag(random));
    };
  }

  /// A smooth way through points anywhere.
  private static List<Point> tangle(int count, RandomGenerator random) {
    var knots = new ArrayList<Knot>();
    for (int i = 0; i < count; i++) {
      var at = new Point(100 * random.nextDouble(), 100 * random.nextDouble());
      knots.add(new Knot(at, false));
    }
    return Curve.through(knots);
  }

  /// To and fro at any angle, pointed or rounded, as one hatches.
  private static List<Point> zigzag(RandomGenerator random) {
    int legs = random.nextInt(5, 16);
    boolean pointed = random.nextBoolean();
    double angle = random.nextDouble(Math.PI);
    double height = random.nextDouble(25, 100);
    var knots = new ArrayList<Knot>();
    for (int i = 0; i <= legs; i++) {
      double along = 100.0 * i / legs - 50 + random.nextDouble(-3, 3);
      double across = (i % 2 - 0.5) * height * random.nextDouble(0.7, 1);
      knots.add(new Knot(turned(along, across, angle), pointed));
    }
    return Curve.through(knots);
  }

  private static List<Point> spiral(RandomGenerator random) {
    double turns = random.nextDouble(2.5, 5);
    double direction = random.nextBoolean() ? 1 : -1;
    double start = random.nextDouble(2 * Math.PI);
    double squeeze = random.nextDouble(0.7, 1);
    var points = new ArrayList<Point>();
    int steps = (int) (turns * 30);
    for (int i = 0; i <= steps; i++) {
      double radius = 50.0 * i / steps;
      double angle = start + direction * 2 * Math.PI * turns * i / steps;
      points.add(new Point(radius * Math.cos(angle), squeeze * radius * Math.sin(angle)));
    }
    return points;
  }

  /// Loops in a row, as children write.
  private static List<Point> coil(RandomGenerator random) {
    int loops = random.nextInt(4, 9);
    double angle = random.nextDouble(-0.6, 0.6);
    double radius = random.nextDouble(10, 30);
    var points = new ArrayList<Point>();
    int steps = loops * 24;
    for (int i = 0; i <= steps; i++) {
      double phase = 2 * Math.PI * loops * i / steps;
      points.add(
          turned(100.0 * i / steps - radius * Math.cos(phase), radius * Math.sin(phase), angle));
    }
    return points;
  }

  /// One to four lines across.
  static List<List<Point>> across(RandomGenerator random) {
    int count = random.nextInt(1, 5);
    double distance = random.nextDouble(18, 40);
    double bend = random.nextDouble(-8, 8);
    var lines = new ArrayList<List<Point>>();
    for (int i = 0; i < count; i++) {
      double y = i * distance;
      double left = random.nextDouble(12);
      double right = random.nextDouble(88, 100);
      lines.add(
          Curve.through(
              List.of(
                  new Knot(new Point(left, y + random.nextDouble(-3, 3)), false),
                  new Knot(new Point(random.nextDouble(40, 60), y + bend), false),
                  new Knot(new Point(right, y + random.nextDouble(-3, 3)), false))));
    }
    return lines;
  }

  private static Point turned(double x, double y, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new Point(cos * x - sin * y, sin * x + cos * y);
  }
}
