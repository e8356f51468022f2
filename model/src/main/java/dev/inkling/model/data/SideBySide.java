package dev.inkling.model.data;

import dev.inkling.model.ink.Point;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Several writings in a row: no longer one digit, whatever they are.
public final class SideBySide {
  private static final double HEIGHT = 100;

  private SideBySide() {}

  /// One writing's lines after the other's, from left to right, of nearly one height and on nearly
  /// one line, apart by at least a third of that height: closer ones may run together and make
  /// one digit, as two 1s do.
  ///
  /// @param writings each with its lines, in any units
  public static List<List<Point>> lines(List<List<List<Point>>> writings, RandomGenerator random) {
    var row = new ArrayList<List<Point>>();
    double gap = random.nextDouble(0.33, 0.6) * HEIGHT;
    double x = 0;
    for (List<List<Point>> writing : writings) {
      Rectangle2D bounds = RandomHand.bounds(writing);
      double scale =
          HEIGHT
              * random.nextDouble(0.85, 1)
              / Math.max(bounds.getHeight(), bounds.getWidth() / 1.5);
      double left = x - bounds.getX() * scale;
      double top = random.nextDouble(-0.06, 0.06) * HEIGHT - bounds.getMaxY() * scale;
      for (List<Point> line : writing) {
        row.add(
            line.stream()
                .map(point -> new Point(left + point.x() * scale, top + point.y() * scale))
                .toList());
      }
      x += bounds.getWidth() * scale + gap;
    }
    return row;
  }
}
