package dev.inkling.app.draw;

import dev.inkling.model.ink.Point;

/// Straight lines. One that is meant to be level, upright or diagonal becomes so.
final class Ruler {
  private static final double EIGHTH = Math.PI / 4;

  /// A hand that aims at a direction misses it by less, in radians: four degrees.
  private static final double CLOSE = Math.toRadians(4);

  private Ruler() {}

  /// Where a line from that point ends for a pen that is at `to`.
  static Point end(Point from, Point to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double angle = Math.atan2(dy, dx);
    double aimed = Math.rint(angle / EIGHTH) * EIGHTH;
    if (Math.abs(angle - aimed) > CLOSE) {
      return to;
    }
    double length = dx * Math.cos(aimed) + dy * Math.sin(aimed);
    return new Point(from.x() + length * Math.cos(aimed), from.y() + length * Math.sin(aimed));
  }
}
