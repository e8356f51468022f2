package dev.inkling.model.ink;

import java.util.Arrays;

/// What the ink lies on: how light the paper is, everywhere, and whether the ink is darker or
/// lighter than it. A drawing's edge is nearly always bare, so that is where the paper is looked
/// for; of a photo each part has its own light.
///
/// @param light of the paper, a value a pixel
/// @param inkIsDarker than the paper
record Paper(Raster light, boolean inkIsDarker) {
  /// Stretches of each side whose medians tell the paper's light, so that a stroke that runs off
  /// the canvas counts for one or two of 32.
  private static final int STRETCHES = 8;

  /// How far apart (of black to white) the edge's stretches are in even light; a fifth of them may
  /// be further, for ink runs over them.
  private static final float EVEN = 0.06f;

  /// The picture's parts, along each side, that are taken to have one light each.
  private static final int PARTS = 8;

  static Paper under(Raster picture) {
    Levels edge = edge(picture);
    boolean even = edge.quantile(0.9) - edge.quantile(0.1) < EVEN;
    if (even) {
      float light = edge.median();
      return new Paper(flat(picture, light), isDarker(picture, flat(picture, light)));
    }
    boolean dark = isDarker(picture, LightMap.ofMedians(picture, PARTS).spread());
    return new Paper(LightMap.ofPaper(picture, PARTS, dark).spread(), dark);
  }

  /// How far each pixel is from bare paper on the ink's side, 0 to 1. Light falls on ink and paper
  /// alike, so on lit paper it is the share of the light that the ink swallowed.
  Raster inkOn(Raster picture) {
    float[] values = picture.values();
    float[] paper = light.values();
    var ink = new float[values.length];
    for (int i = 0; i < ink.length; i++) {
      float ofPaper = Math.max(paper[i], DARKEST_LIT_PAPER);
      float difference = inkIsDarker ? (paper[i] - values[i]) / ofPaper : values[i] - paper[i];
      ink[i] = Math.clamp(difference, 0, 1);
    }
    return new Raster(picture.width(), picture.height(), ink);
  }

  /// Below this a photo's noise would be blown up.
  private static final float DARKEST_LIT_PAPER = 0.2f;

  private static Levels edge(Raster picture) {
    int depth = Math.max(1, Math.min(picture.width(), picture.height()) / 32);
    var medians = new Levels();
    for (int i = 0; i < STRETCHES; i++) {
      int left = i * picture.width() / STRETCHES;
      int right = Math.max((i + 1) * picture.width() / STRETCHES, left + 1);
      int top = i * picture.height() / STRETCHES;
      int bottom = Math.max((i + 1) * picture.height() / STRETCHES, top + 1);
      if (right <= picture.width()) {
        medians.add(median(picture, new Box(left, 0, right, depth)));
        int last = picture.height();
        medians.add(median(picture, new Box(left, last - depth, right, last)));
      }
      if (bottom <= picture.height()) {
        medians.add(median(picture, new Box(0, top, depth, bottom)));
        int last = picture.width();
        medians.add(median(picture, new Box(last - depth, top, last, bottom)));
      }
    }
    return medians;
  }

  private static float median(Raster picture, Box box) {
    return LightMap.levels(picture, box).median();
  }

  private static Raster flat(Raster picture, float light) {
    var values = new float[picture.values().length];
    Arrays.fill(values, light);
    return new Raster(picture.width(), picture.height(), values);
  }

  /// Large differences count most: what decides is the ink's core, not the paper's grain.
  private static boolean isDarker(Raster picture, Raster paper) {
    double darker = 0;
    float[] values = picture.values();
    float[] bare = paper.values();
    for (int i = 0; i < values.length; i++) {
      double difference = bare[i] - values[i];
      darker += difference * Math.abs(difference);
    }
    return darker >= 0;
  }
}
