package dev.inkling.model.ink;

/// A part of a picture, in whole pixels.
///
/// @param left the first column
/// @param top the first row
/// @param right one past the last column
/// @param bottom one past the last row
public record Box(int left, int top, int right, int bottom) {
  static final Box EMPTY = new Box(0, 0, 0, 0);

  static Box whole(Raster raster) {
    return new Box(0, 0, raster.width(), raster.height());
  }

  /// In pixels.
  public int width() {
    return right - left;
  }

  /// In pixels.
  public int height() {
    return bottom - top;
  }

  int longestSide() {
    return Math.max(width(), height());
  }

  boolean isEmpty() {
    return width() <= 0 || height() <= 0;
  }

  /// Larger by `margin` on each side, but not beyond `limits`.
  Box grown(int margin, Box limits) {
    return new Box(
        Math.max(left - margin, limits.left),
        Math.max(top - margin, limits.top),
        Math.min(right + margin, limits.right),
        Math.min(bottom + margin, limits.bottom));
  }

  /// The smallest that has both in it.
  Box around(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /// In the pixels of a raster that is `factor` times as fine.
  Box times(int factor) {
    return new Box(left * factor, top * factor, right * factor, bottom * factor);
  }

  /// Relative to another origin.
  Box movedBy(int dx, int dy) {
    return new Box(left + dx, top + dy, right + dx, bottom + dy);
  }

  /// How many pixels lie between this and `other`, along the wider gap; 0 if they overlap.
  int gapTo(Box other) {
    int across = Math.max(other.left - right, left - other.right);
    int down = Math.max(other.top - bottom, top - other.bottom);
    return Math.max(Math.max(across, down), 0);
  }

  /// Whether it touches the left and the right, or the top and the bottom edge of `limits`.
  boolean spans(Box limits) {
    return (left <= limits.left && right >= limits.right)
        || (top <= limits.top && bottom >= limits.bottom);
  }

  Steps.Crop asCrop() {
    return new Steps.Crop(left, top, width(), height());
  }

  /// Whether it touches any edge of `limits`.
  boolean touchesEdgeOf(Box limits) {
    return left <= limits.left
        || top <= limits.top
        || right >= limits.right
        || bottom >= limits.bottom;
  }
}
