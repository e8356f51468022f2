package dev.inkling.model.evaluation;

/// Where a digit stands on its canvas.
///
/// @param size of its longest side, as a share of the canvas
/// @param x of its middle, as a share of the canvas
/// @param y of its middle, as a share of the canvas
/// @param degrees that it is turned clockwise
public record Pose(double size, double x, double y, double degrees) {
  /// How somebody who was given the whole canvas draws.
  public static final Pose USUAL = new Pose(0.6, 0.5, 0.5, 0);

  Pose sized(double other) {
    return new Pose(other, x, y, degrees);
  }

  Pose at(double otherX, double otherY) {
    return new Pose(size, otherX, otherY, degrees);
  }

  Pose turned(double otherDegrees) {
    return new Pose(size, x, y, otherDegrees);
  }
}
