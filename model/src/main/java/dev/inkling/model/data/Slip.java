package dev.inkling.model.data;

import dev.inkling.model.ink.Point;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What goes wrong while a hand follows a line.
final class Slip {
  private Slip() {}

  /// The lines as a hand that is never quite steady draws them: off by up to some 2 % of the
  /// writing's size, in waves along the way. Long waves are wider than short ones, as when a whole
  /// arm sways and fingers tremble.
  static List<List<Point>> tremble(List<List<Point>> lines, RandomGenerator random) {
    Rectangle2D bounds = RandomHand.bounds(lines);
    double size = Math.max(bounds.getWidth(), bounds.getHeight());
    double unsteadiness = 0.02 * size * random.nextDouble();
    return lines.stream().map(line -> trembling(line, size, unsteadiness, random)).toList();
  }

  private static List<Point> trembling(
      List<Point> line, double size, double unsteadiness, RandomGenerator random) {
    Wave slowX = Wave.random(0.4, 1.2, 0.7 * unsteadiness, random);
    Wave slowY = Wave.random(0.4, 1.2, 0.7 * unsteadiness, random);
    Wave fastX = Wave.random(1.5, 4, 0.3 * unsteadiness, random);
    Wave fastY = Wave.random(1.5, 4, 0.3 * unsteadiness, random);
    var shaken = new ArrayList<Point>(line.size());
    double way = 0;
    Point last = line.getFirst();
    for (Point point : line) {
      way += Math.hypot(point.x() - last.x(), point.y() - last.y()) / size;
      last = point;
      shaken.add(
          new Point(
              point.x() + slowX.at(way) + fastX.at(way),
              point.y() + slowY.at(way) + fastY.at(way)));
    }
    return shaken;
  }

  /// @param rate waves on a way as long as the writing's size
  private record Wave(double rate, double phase, double height) {
    static Wave random(double from, double to, double height, RandomGenerator random) {
      return new Wave(random.nextDouble(from, to), random.nextDouble(), height);
    }

    double at(double way) {
      return height * Math.sin(2 * Math.PI * (rate * way + phase));
    }
  }

  /// One line broken in two, as when a pen skips: a twentieth to an eighth of its points is
  /// missing.
  static List<List<Point>> gap(List<List<Point>> lines, RandomGenerator random) {
    int broken = random.nextInt(lines.size());
    List<Point> line = lines.get(broken);
    int missing = (int) Math.ceil(line.size() * random.nextDouble(0.05, 0.125));
    if (line.size() < missing + 8) {
      return lines;
    }
    int from = random.nextInt(3, line.size() - missing - 3);
    var result = new ArrayList<>(lines);
    result.set(broken, line.subList(0, from));
    result.add(broken + 1, line.subList(from + missing, line.size()));
    return result;
  }

  /// One line drawn on beyond its end, straight, by up to a tenth of its length.
  static List<List<Point>> overshoot(List<List<Point>> lines, RandomGenerator random) {
    int longer = random.nextInt(lines.size());
    List<Point> line = lines.get(longer);
    if (line.size() < 4) {
      return lines;
    }
    Point last = line.getLast();
    Point before = line.get(line.size() - 3);
    double steps = random.nextDouble() * line.size() / 20;
    var further = new ArrayList<>(line);
    further.add(
        new Point(
            last.x() + steps * (last.x() - before.x()),
            last.y() + steps * (last.y() - before.y())));
    var result = new ArrayList<>(lines);
    result.set(longer, further);
    return result;
  }
}
