package dev.inkling.model.ink;

/// How odd something is as a digit among others, by its outline alone. The figures are negative log
/// probabilities and were chosen on numbers made of MNIST's training digits.
///
/// @param gap the widest inside it, in pixels
/// @param crossed how many widths of the pen the cut before it goes through
record Shape(Box box, int gap, double crossed) {
  /// By so much (of a natural logarithm) heights may differ for nothing.
  private static final double USUAL_HEIGHTS = 0.2;

  private static final double LOWER = 6;

  /// Height is hard to tell from a few digits, and then told too low.
  private static final double HIGHER = 2;

  /// Up to this width, as a share of the digits' height, nothing is odd.
  private static final double USUAL_WIDTH = 1;

  private static final double WIDE = 5;

  private static final double GAP = 8;

  private static final double CROSSED_PEN = 0.6;

  /// @param height of the line's digits
  double oddness(double height) {
    double ratio = Math.log(box.height() / height);
    double other = Math.max(Math.abs(ratio) - USUAL_HEIGHTS, 0);
    double wider = Math.max(box.width() / Math.max(height, box.height()) - USUAL_WIDTH, 0);
    return (ratio < 0 ? LOWER : HIGHER) * other * other
        + WIDE * wider
        + GAP * gap / height
        + CROSSED_PEN * crossed;
  }
}
