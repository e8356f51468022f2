package dev.inkling.model.ink;

import java.util.Arrays;

/// What the ink lies on: how light the paper is, everywhere, and whether the ink is darker or
/// lighter than it. A drawing's edge is nearly always bare, so that is where the paper is looked
/// for; of a photo each part has its own light.
///
/// @param light of the paper, a value a pixel
/// @param isEven whether it is as light everywhere
/// @param darkest that the paper is, but for a twentieth of it
/// @param inkIsDarker than the paper
record Paper(Raster light, boolean isEven, float darkest, boolean inkIsDarker) {
  /// Stretches of each side whose medians tell the paper's light, so that a stroke that runs off
  /// the canvas counts for one or two of 32.
  private static final int STRETCHES = 8;

  /// How far apart (of black to white) the edge's stretches are in even light; a fifth of them may
  /// be further, for ink runs over them.
  private static final float EVEN = 0.06f;

  /// Unlike the paper, and no noise.
  private static final float UNLIKE = 0.15f;

  /// The strongest ink is at most this much stronger than the usual one, as a share of it, if all
  /// that is unlike the paper is one ink.
  private static final float ONE_INK = 0.15f;

  /// Up to this share of what is unlike the paper may be so on the other side of it: JPEG makes
  /// some beside each stroke.
  private static final double FEW = 0.05;

  /// The widest stroke on unevenly lit paper, as a share of the picture's longest side: ink that is
  /// wider in all directions can't be told from a shadow.
  private static final double WIDEST_STROKE = 0.3;

  /// Light changes slowly: it is sought at half the resolution, in a quarter of the time.
  private static final int COARSER = 2;

  /// Of the distances from paper to picture, the one that most paper has: at least this share of
  /// them are paper's and below it, if up to two fifths of the picture are ink.
  private static final double BARE = 0.3;

  /// Below this a photo's noise would be blown up.
  private static final float DARKEST_LIT_PAPER = 0.2f;

  static Paper under(Raster picture) {
    Levels edge = edge(picture);
    boolean even = edge.quantile(0.9) - edge.quantile(0.1) < EVEN;
    if (even || isOfOneInk(picture, edge)) {
      Raster light = flat(picture, edge.median());
      return new Paper(light, true, edge.median(), isDarker(picture, light));
    }
    return lit(picture);
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

  /// How many times larger differences of luminance are as ink, where the paper is darkest.
  float stretch() {
    return inkIsDarker ? 1 / Math.max(darkest, DARKEST_LIT_PAPER) : 1;
  }

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
    return Levels.of(picture.crop(box).values()).median();
  }

  /// Whether two fifths of the edge, the median among them, are of one light, and whatever is
  /// unlike it is of one other: a large digit, drawn over the edges. Ink in a shadow is darker than
  /// the shadow, and lit paper lies on the other side.
  private static boolean isOfOneInk(Raster picture, Levels edge) {
    float paper = edge.median();
    boolean muchIsOfOneLight =
        edge.quantile(0.75) - edge.quantile(0.35) < EVEN / 2
            || edge.quantile(0.65) - edge.quantile(0.25) < EVEN / 2;
    if (!muchIsOfOneLight) {
      return false;
    }
    var darker = new Levels();
    var lighter = new Levels();
    for (float value : picture.values()) {
      float difference = paper - value;
      if (Math.abs(difference) > UNLIKE) {
        (difference > 0 ? darker : lighter).add(Math.abs(difference));
      }
    }
    Levels ink = darker.total() > lighter.total() ? darker : lighter;
    return Math.min(darker.total(), lighter.total()) < FEW * ink.total()
        && ink.quantile(0.95) < (1 + ONE_INK) * ink.median();
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

  private static Raster flat(Raster picture, float light) {
    var values = new float[picture.values().length];
    Arrays.fill(values, light);
    return new Raster(picture.width(), picture.height(), values);
  }

  /// The picture with its strokes taken away.
  private static Paper lit(Raster picture) {
    boolean dark = isDarker(picture, LightMap.of(picture));
    Raster coarse = picture.reduced(COARSER);
    int window = (int) (coarse.longestSide() * WIDEST_STROKE);
    Raster light = dark ? Closing.ofDark(coarse, window) : Closing.ofLight(coarse, window);
    float offset = offset(light, coarse, dark);
    var values = light.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] -= offset;
    }
    var paper = new Raster(light.width(), light.height(), values);
    Raster everywhere = Resampling.linear(paper, picture.width(), picture.height());
    return new Paper(everywhere, false, Levels.of(everywhere.values()).quantile(0.05), dark);
  }

  /// How much lighter (of dark ink) than the paper itself its lightest grains are.
  private static float offset(Raster light, Raster picture, boolean inkIsDarker) {
    var distances = new Levels();
    for (int i = 0; i < light.values().length; i++) {
      float distance = light.values()[i] - picture.values()[i];
      distances.add(inkIsDarker ? distance : -distance);
    }
    float bare = distances.quantile(BARE);
    float offset = bare <= Levels.STEP ? 0 : bare;
    return inkIsDarker ? offset : -offset;
  }
}
