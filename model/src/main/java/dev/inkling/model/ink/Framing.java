package dev.inkling.model.ink;

/// Frames ink as MNIST's authors framed theirs (LeCun et al., "Gradient-Based Learning Applied to
/// Document Recognition", 1998, section III-A): the longest side 20 pixels, the centre of mass in
/// the middle of a field of 28 x 28. Networks trained on that framing lose 20 points of accuracy
/// without it.
final class Framing {
  /// The longest side of the ink, in a glyph's pixels.
  static final int LONGEST_SIDE = 20;

  /// Where the centre of mass goes, from the field's left and top edge: on MNIST's training images
  /// it lies at 14.50 and 14.49 on average, the middle of the pixel after the field's middle.
  private static final double CENTRE = 14.5;

  private Framing() {}

  /// A glyph.
  ///
  /// @param placement of the ink in it
  record Framed(Glyph glyph, Placement placement) {}

  /// The glyph of ink that fills its raster. Only whole pixels are moved by, so that what is framed
  /// already stays as it is, to the last bit.
  static Framed of(Raster ink) {
    double scale = (double) LONGEST_SIDE / ink.longestSide();
    int width = (int) Math.ceil(ink.width() * scale);
    int height = (int) Math.ceil(ink.height() * scale);
    Raster small = Resampling.area(ink, scale, width, height);
    int left = offset(centreOfMass(small, true), width);
    int top = offset(centreOfMass(small, false), height);
    var values = new float[Glyph.PIXELS];
    for (int y = 0; y < height; y++) {
      System.arraycopy(small.values(), y * width, values, (top + y) * Glyph.SIDE + left, width);
    }
    return new Framed(
        new Glyph(values), Placement.inTheMiddle(ink, scale, small).movedBy(left, top));
  }

  /// In pixels from the left (or the top) edge of the raster.
  private static double centreOfMass(Raster ink, boolean across) {
    double moment = 0;
    double mass = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        float value = ink.at(x, y);
        moment += value * ((across ? x : y) + 0.5);
        mass += value;
      }
    }
    return moment / mass;
  }

  private static int offset(double centre, int side) {
    return Math.clamp(Math.round(CENTRE - centre), 0, Glyph.SIDE - side);
  }
}
