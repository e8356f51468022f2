package dev.inkling.app.experiments.report;

import dev.inkling.model.InklingException;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Normalizer;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.ink.Preprocessed;
import dev.inkling.model.ink.Steps;
import java.util.EnumSet;
import java.util.Set;

/// What can be unusual about a drawing, as anybody can see it.
enum Trait {
  SMALL("small (less than a third of the picture)"),
  OFF_CENTRE("far from the middle of the picture"),
  THIN("drawn with a thin pen"),
  BROAD("drawn with a broad pen"),
  LEANING_LEFT("leaning to the left"),
  LEANING_RIGHT("leaning to the right"),
  LIGHT("light on dark");

  private static final double SMALL_SHARE = 1 / 3.0;

  /// Of the picture's shorter side, from the middle of the ink to the middle of the picture.
  private static final double FAR = 0.15;

  /// The pen's width, as a share of the ink's longer side; MNIST's lie between about 0.08 and 0.2.
  private static final double THIN_PEN = 0.05;

  private static final double BROAD_PEN = 0.2;

  /// How far a digit leans over its height: some 20 degrees.
  private static final double LEANING = 0.36;

  private final String words;

  Trait(String words) {
    this.words = words;
  }

  /// As it is said of some drawings: "5 of 6 are …".
  String words() {
    return words;
  }

  /// Those of a picture; none where nothing can be seen.
  static Set<Trait> of(byte[] png) {
    try {
      Preprocessed seen = new Normalizer().preprocess(new PictureDecoder().decode(png));
      return of(seen.steps(), lean(seen.glyph()));
    } catch (InklingException nothingToSee) {
      return EnumSet.noneOf(Trait.class);
    }
  }

  private static Set<Trait> of(Steps steps, double lean) {
    var traits = EnumSet.noneOf(Trait.class);
    Steps.Crop crop = steps.crop();
    double side = Math.min(steps.width(), steps.height());
    double size = Math.max(crop.width(), crop.height());
    if (size < SMALL_SHARE * side) {
      traits.add(SMALL);
    }
    double off =
        Math.hypot(
            crop.left() + (crop.width() - steps.width()) / 2.0,
            crop.top() + (crop.height() - steps.height()) / 2.0);
    if (off > FAR * side) {
      traits.add(OFF_CENTRE);
    }
    double pen = steps.pen().map(Steps.Pen::found).orElse(0.1 * size) / size;
    if (pen < THIN_PEN) {
      traits.add(THIN);
    } else if (pen > BROAD_PEN) {
      traits.add(BROAD);
    }
    if (Math.abs(lean) > LEANING) {
      traits.add(lean > 0 ? LEANING_RIGHT : LEANING_LEFT);
    }
    if (!steps.inkIsDarker()) {
      traits.add(LIGHT);
    }
    return traits;
  }

  /// How far the ink moves to the right for each pixel upwards: the slope of the line through its
  /// rows' middles, by its second moments.
  private static double lean(Glyph glyph) {
    double mass = 0;
    double sumX = 0;
    double sumY = 0;
    float[] ink = glyph.ink();
    for (int i = 0; i < ink.length; i++) {
      int column = i % Glyph.SIDE;
      int row = i / Glyph.SIDE;
      mass += ink[i];
      sumX += ink[i] * column;
      sumY += ink[i] * row;
    }
    double across = 0;
    double down = 0;
    for (int i = 0; i < ink.length; i++) {
      int column = i % Glyph.SIDE;
      int row = i / Glyph.SIDE;
      double y = row - sumY / mass;
      across += ink[i] * (column - sumX / mass) * y;
      down += ink[i] * y * y;
    }
    return down == 0 ? 0 : -across / down;
  }
}
