package dev.inkling.model.ink;

/// Tells whether some of what was drawn is much paler than the rest, such as yellow beside black.
/// By its strength it could be the soft edge of a dark stroke; but an edge fades, and a stroke has
/// a core that is as strong as anything near it.
final class PaleInk {
  /// Paler than this (of black to white) is what JPEG leaves around strokes, and eyes overlook.
  private static final float PALEST = 0.07f;

  /// No pixel as near as this to one of a core is stronger than that one over this share.
  private static final int NEAR = 2;

  private static final float CORE = 0.8f;

  /// The cores have at least this many pixels for each that is dark: a smudge has fewer.
  private static final double ENOUGH = 0.08;

  /// Or lines that are narrower than a pixel have this many pixels for each of all ink's longest
  /// side: the half of a 4 that was drawn with the edge of the pen.
  private static final double LONG_ENOUGH = 0.3;

  /// A pale stroke is at most this wide, as a share of all ink's longest side: what is wider is a
  /// field that was written on.
  private static final double WIDEST = 0.4;

  private PaleInk() {}

  /// The strength of the palest strokes.
  ///
  /// @param dark from here on nobody would call it pale
  /// @param lines whether lines narrower than a pixel count as pale strokes
  /// @return `dark` if there are none
  static float strength(Raster ink, float dark, boolean lines) {
    float[] values = ink.values();
    var cores = new Levels();
    int darkPixels = 0;
    int threads = 0;
    int longest = ink.boxAbove(dark).longestSide();
    boolean fine = lines && longest >= PenWidth.COARSEST;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        float value = values[y * ink.width() + x];
        if (value >= dark) {
          darkPixels++;
        } else if (value >= PALEST) {
          boolean thread = fine && ink.isThread(x, y);
          threads += thread ? 1 : 0;
          if (thread || isCore(ink, x, y)) {
            cores.add(value);
          }
        }
      }
    }
    float pale = cores.median();
    boolean some =
        cores.total() > 0
            && (cores.total() >= ENOUGH * darkPixels || threads >= LONG_ENOUGH * longest);
    return some && isNarrow(ink, pale / 2) ? pale : dark;
  }

  private static boolean isCore(Raster ink, int x, int y) {
    float most = ink.at(x, y) / CORE;
    for (int v = Math.max(y - NEAR, 0); v <= Math.min(y + NEAR, ink.height() - 1); v++) {
      for (int u = Math.max(x - NEAR, 0); u <= Math.min(x + NEAR, ink.width() - 1); u++) {
        if (ink.at(u, v) > most) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isNarrow(Raster ink, float threshold) {
    Raster part = ink.crop(ink.boxAbove(threshold)).padded(1);
    var inked = new boolean[part.values().length];
    for (int i = 0; i < inked.length; i++) {
      inked[i] = part.values()[i] > threshold;
    }
    double widest = WIDEST / 2 * part.longestSide();
    for (float depth : DistanceField.toPaper(inked, part.width(), part.height()).everywhere()) {
      if (depth > widest) {
        return false;
      }
    }
    return true;
  }
}
