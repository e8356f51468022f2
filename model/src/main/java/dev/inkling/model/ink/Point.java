package dev.inkling.model.ink;

/// Where the pen was, in canvas pixels: x grows to the right, y downward, whole numbers lie on
/// pixel corners.
public record Point(double x, double y) {

  Point midpointTo(Point other) {
    return new Point((x + other.x) / 2, (y + other.y) / 2);
  }
}
