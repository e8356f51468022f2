package dev.inkling.model.ink;

/// The light of each part of a picture, as a coarse raster that is spread over the picture again:
/// a background estimate as document scanners make it, after the idea of a grey-scale closing that
/// is wider than any stroke.
///
/// @param parts one value a part
/// @param width of the picture
/// @param height of the picture
record LightMap(Raster parts, int width, int height) {
  /// Of the light values in a part, this share is no lighter than its paper; the rest is noise.
  private static final double PAPER = 0.8;

  /// What is in the middle of each part's values and of its neighbours': right where less than
  /// half is ink, and blind to which side the ink is on.
  static LightMap ofMedians(Raster picture, int parts) {
    return of(picture, parts, 0.5).neighbourly(0.5).smooth();
  }

  /// The paper's light when it is known which side of it the ink is on: the bare places of each
  /// part, and where a part has none, its neighbours'. Seeking the lightest places makes light that
  /// changes too light by what it changes within three parts, which is taken back at the end.
  static LightMap ofPaper(Raster picture, int parts, boolean inkIsDarker) {
    LightMap biased =
        inkIsDarker
            ? of(picture, parts, PAPER).neighbourly(1).smooth()
            : of(picture, parts, 1 - PAPER).neighbourly(0).smooth();
    return biased.without(biased.medianDistance(picture, inkIsDarker), inkIsDarker);
  }

  /// A value for each pixel: the parts' values at their middles, linear between them.
  Raster spread() {
    return Resampling.linear(parts, width, height);
  }

  static Levels levels(Raster picture, Box box) {
    var levels = new Levels();
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        levels.add(picture.at(x, y));
      }
    }
    return levels;
  }

  private static LightMap of(Raster picture, int parts, double quantile) {
    int across = Math.min(parts, picture.width());
    int down = Math.min(parts, picture.height());
    var values = new float[across * down];
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        var part =
            new Box(
                x * picture.width() / across,
                y * picture.height() / down,
                (x + 1) * picture.width() / across,
                (y + 1) * picture.height() / down);
        values[y * across + x] = levels(picture, part).quantile(quantile);
      }
    }
    return new LightMap(new Raster(across, down, values), picture.width(), picture.height());
  }

  private LightMap neighbourly(double quantile) {
    var values = new float[parts.values().length];
    for (int y = 0; y < parts.height(); y++) {
      for (int x = 0; x < parts.width(); x++) {
        Box around = new Box(x, y, x + 1, y + 1).grown(1, Box.whole(parts));
        values[y * parts.width() + x] = levels(parts, around).quantile(quantile);
      }
    }
    return new LightMap(new Raster(parts.width(), parts.height(), values), width, height);
  }

  private LightMap smooth() {
    return new LightMap(parts.softened(), width, height);
  }

  private float medianDistance(Raster picture, boolean inkIsDarker) {
    float[] light = spread().values();
    var distances = new Levels();
    for (int i = 0; i < light.length; i++) {
      float distance = light[i] - picture.values()[i];
      distances.add(inkIsDarker ? distance : -distance);
    }
    return distances.median();
  }

  private LightMap without(float distance, boolean inkIsDarker) {
    float correction = inkIsDarker ? distance : -distance;
    var values = parts.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] -= correction;
    }
    return new LightMap(new Raster(parts.width(), parts.height(), values), width, height);
  }
}
