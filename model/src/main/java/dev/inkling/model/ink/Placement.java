package dev.inkling.model.ink;

/// Where one raster lies in another, as what is seen of a picture does in the glyph: a point at
/// `x` lies at `x * scaleX + dx` there, and at `y` likewise.
public record Placement(double scaleX, double scaleY, double dx, double dy) {
  /// Of a raster that is the other one.
  static final Placement SAME = evenly(1, 0, 0);

  static Placement evenly(double scale, double dx, double dy) {
    return new Placement(scale, scale, dx, dy);
  }

  /// `raster` `scale` times as large, in the middle of `field`, as [Resampling#area] puts it.
  static Placement inTheMiddle(Raster raster, double scale, Raster field) {
    return evenly(
        scale,
        (field.width() - raster.width() * scale) / 2,
        (field.height() - raster.height() * scale) / 2);
  }

  Placement movedBy(double right, double down) {
    return new Placement(scaleX, scaleY, dx + right, dy + down);
  }

  /// Where a point lies after this and then `next`.
  Placement then(Placement next) {
    return new Placement(
        scaleX * next.scaleX,
        scaleY * next.scaleY,
        dx * next.scaleX + next.dx,
        dy * next.scaleY + next.dy);
  }

  /// Where the point lies.
  public Point of(Point point) {
    return new Point(point.x() * scaleX + dx, point.y() * scaleY + dy);
  }

  /// Which point lies there.
  public Point back(Point placed) {
    return new Point((placed.x() - dx) / scaleX, (placed.y() - dy) / scaleY);
  }
}
