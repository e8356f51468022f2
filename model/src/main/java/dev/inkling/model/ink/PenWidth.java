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

  /// The thinnest that a part of a stroke is left, as a share of the ink's longest side: a little
  /// more than a glyph's pixel. The hairlines of a broad nib or a brush would fade to grey, and a 4
  /// without its bar is a 1.
  private static final double HAIRLINE = 0.06;

  /// Ink of fewer pixels is too coarse to tell a hairline from a rough edge; MNIST's are.
  static final int COARSEST = SIDE / 2;

  /// Bare pixels around the ink: half of what a stroke can become wider, and a soft edge.
  private static final int MARGIN = 2 + (int) (USUAL * SIDE / 2);

  private PenWidth() {}

  /// Ink as a usual pen would have drawn it.
  ///
  /// @param placement of the ink as it came in this
  /// @param widthBefore the pen's, in pixels of the ink as it came
  /// @param widthNow likewise
  record Redrawn(Raster ink, Placement placement, double widthBefore, double widthNow) {}

  /// Ink that fills its raster, redrawn with a usual pen if its own was unusual.
  ///
  /// @param clean whether all of it was drawn: then its thinnest strokes, too, are made to be seen
  static Redrawn usual(Raster ink, boolean clean) {
    Raster fine = ink.longestSide() > SIDE ? scaled(ink) : ink;
    boolean showsHairlines = clean && fine.longestSide() >= COARSEST;
    var seen = new StrokeWidth(fine.padded(MARGIN));
    double measured = seen.measured();
    double share = measured / fine.longestSide();
    if (share >= THINNEST && share <= WIDEST) {
      double width = share * ink.longestSide();
      return showsHairlines
          ? withoutHairlines(ink, fine, seen, width)
          : new Redrawn(ink, Placement.SAME, width, width);
    }
    boolean small = fine.longestSide() < SIDE;
    Raster enlarged = small ? scaled(fine) : fine;
    StrokeWidth strokes = small ? new StrokeWidth(enlarged.padded(MARGIN)) : seen;
    // A wider pen makes the whole digit larger by as much.
    double longest = enlarged.longestSide();
    double width = strokes.measured();
    double aim = share < THINNEST ? USUAL : WIDEST;
    double change = (aim * longest - width) / (1 - aim);
    StrokeWidth.Changed redrawn =
        change > 0
            ? (showsHairlines ? strokes.withThreads() : strokes).widened(change)
            : strokes.narrowed(-change);
    Box box = redrawn.ink().boxAbove(0);
    double scale = longest / ink.longestSide();
    return new Redrawn(
        redrawn.ink().crop(box),
        Placement.inTheMiddle(ink, scale, enlarged)
            .movedBy(MARGIN - box.left(), MARGIN - box.top()),
        width / scale,
        (width + redrawn.by()) / scale);
  }

  /// Ink whose pen is usual as a whole, and whose thinnest strokes are no hairlines.
  ///
  /// @param fine the same ink, with no more pixels than are needed
  /// @param strokes of that
  private static Redrawn withoutHairlines(
      Raster ink, Raster fine, StrokeWidth strokes, double width) {
    double scale = (double) fine.longestSide() / ink.longestSide();
    return strokes
        .withHairlinesWidened(HAIRLINE * fine.longestSide())
        .map(
            redrawn -> {
              Box box = redrawn.boxAbove(0);
              Placement placement =
                  Placement.inTheMiddle(ink, scale, fine)
                      .movedBy(MARGIN - box.left(), MARGIN - box.top());
              return new Redrawn(redrawn.crop(box), placement, width, width);
            })
        .orElseGet(() -> new Redrawn(ink, Placement.SAME, width, width));
  }

  private static Raster scaled(Raster ink) {
    double scale = (double) SIDE / ink.longestSide();
    return Resampling.area(
        ink, scale, (int) Math.ceil(ink.width() * scale), (int) Math.ceil(ink.height() * scale));
  }
}
