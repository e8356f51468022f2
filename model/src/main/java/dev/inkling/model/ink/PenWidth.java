package dev.inkling.model.ink;

/// Which pen widths are usual, and how the others are brought there.
final class PenWidth {
  /// The widths, as shares of the ink's longest side, that are left alone: those of 98 of 100
  /// digits of MNIST's training set.
  static final double THINNEST = 0.095;

  static final double WIDEST = 0.23;

  /// What thinner ones get: MNIST's median. Wider ones only become as narrow as the widest: to make
  /// them thinner would open or break what the pen has closed.
  static final double USUAL = 0.13;

  /// The longest side at which widths are measured and changed: four pixels for each of a
  /// glyph's.
  private static final int SIDE = 4 * Framing.LONGEST_SIDE;

  private PenWidth() {}

  /// Ink as a usual pen would have drawn it.
  ///
  /// @param placement of the ink as it came in this
  /// @param widthBefore the pen's, in pixels of the ink as it came
  /// @param widthNow likewise
  record Redrawn(Raster ink, Placement placement, double widthBefore, double widthNow) {}

  /// Ink that fills its raster, redrawn with a usual pen if its own was unusual.
  static Redrawn usual(Raster ink) {
    Raster fine = ink.longestSide() > SIDE ? scaled(ink) : ink;
    double measured = new StrokeWidth(fine.padded(1)).measured();
    double share = measured / fine.longestSide();
    if (share >= THINNEST && share <= WIDEST) {
      double width = share * ink.longestSide();
      return new Redrawn(ink, Placement.SAME, width, width);
    }
    Raster enlarged = fine.longestSide() < SIDE ? scaled(fine) : fine;
    int margin = 2 + (int) (USUAL * SIDE / 2);
    var strokes = new StrokeWidth(enlarged.padded(margin));
    // A wider pen makes the whole digit larger by as much.
    double longest = enlarged.longestSide();
    double width = fine.longestSide() >= SIDE ? measured : strokes.measured();
    double aim = share < THINNEST ? USUAL : WIDEST;
    double change = (aim * longest - width) / (1 - aim);
    StrokeWidth.Changed redrawn = change > 0 ? strokes.widened(change) : strokes.narrowed(-change);
    Box box = redrawn.ink().boxAbove(0);
    double scale = longest / ink.longestSide();
    return new Redrawn(
        redrawn.ink().crop(box),
        Placement.inTheMiddle(ink, scale, enlarged)
            .movedBy(margin - box.left(), margin - box.top()),
        width / scale,
        (width + redrawn.by()) / scale);
  }

  private static Raster scaled(Raster ink) {
    double scale = (double) SIDE / ink.longestSide();
    return Resampling.area(
        ink, scale, (int) Math.ceil(ink.width() * scale), (int) Math.ceil(ink.height() * scale));
  }
}
