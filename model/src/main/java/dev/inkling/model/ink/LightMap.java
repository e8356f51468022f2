package dev.inkling.model.ink;

/// A rough estimate of the light on each part of a picture, blind to which side of it the ink is
/// on: what is in the middle of each part's values and of its neighbours', which is right where
/// less than half is ink.
final class LightMap {
  /// The picture's parts, along each side, that are taken to have one light each.
  private static final int PARTS = 8;

  private LightMap() {}

  /// A value for each pixel: the parts' medians at their middles, linear between them.
  static Raster of(Raster picture) {
    Raster parts = neighbourly(medians(picture)).softened();
    return Resampling.linear(parts, picture.width(), picture.height());
  }

  private static Raster medians(Raster picture) {
    int across = Math.min(PARTS, picture.width());
    int down = Math.min(PARTS, picture.height());
    var values = new float[across * down];
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        var part =
            new Box(
                x * picture.width() / across,
                y * picture.height() / down,
                (x + 1) * picture.width() / across,
                (y + 1) * picture.height() / down);
        values[y * across + x] = median(picture, part);
      }
    }
    return new Raster(across, down, values);
  }

  private static Raster neighbourly(Raster parts) {
    var values = new float[parts.values().length];
    for (int y = 0; y < parts.height(); y++) {
      for (int x = 0; x < parts.width(); x++) {
        Box around = new Box(x, y, x + 1, y + 1).grown(1, Box.whole(parts));
        values[y * parts.width() + x] = median(parts, around);
      }
    }
    return new Raster(parts.width(), parts.height(), values);
  }

  private static float median(Raster raster, Box box) {
    return Levels.of(raster.crop(box).values()).median();
  }
}
