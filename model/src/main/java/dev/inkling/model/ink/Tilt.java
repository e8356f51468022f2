package dev.inkling.model.ink;

/// How far lying lines sink or rise on their way through a picture.
///
/// @param rise in pixels, from the left edge to the right one; above 0 downwards
/// @param width of the picture
record Tilt(int rise, int width) {
  /// The steepest, as a share of the width: 4°.
  private static final double STEEPEST = 0.07;

  /// How far a line's pixel in that column lies below its first one.
  int at(int x) {
    return Math.floorDiv(2 * rise * x + width, 2 * width);
  }

  /// The tilt along which the ink gathers in the fewest rows: the sum of the squared counts of ink
  /// in a row is greatest where lines lie along the rows (W. Postl, "Detection of linear oblique
  /// structures and skew scan in digitized documents", 1986). Of equals, the least.
  static Tilt sharpest(Raster ink, float bare) {
    int width = ink.width();
    var pixels = new int[ink.values().length];
    int count = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (ink.values()[i] > bare) {
        pixels[count++] = i;
      }
    }
    int steepest = (int) (width * STEEPEST);
    Tilt best = new Tilt(0, width);
    long most = -1;
    for (int i = 0; i <= 2 * steepest; i++) {
      // 0, 1, -1, 2, -2 …
      var tilt = new Tilt((i % 2 == 0 ? -1 : 1) * ((i + 1) / 2), width);
      long sharpness = tilt.sharpness(pixels, count, ink.height());
      if (sharpness > most) {
        most = sharpness;
        best = tilt;
      }
    }
    return best;
  }

  private long sharpness(int[] pixels, int count, int height) {
    var shifts = new int[width];
    int reach = Math.abs(rise);
    for (int x = 0; x < width; x++) {
      shifts[x] = reach - at(x);
    }
    var rows = new int[height + 2 * reach];
    for (int i = 0; i < count; i++) {
      int y = pixels[i] / width;
      rows[y + shifts[pixels[i] - y * width]]++;
    }
    long sum = 0;
    for (int inked : rows) {
      sum += (long) inked * inked;
    }
    return sum;
  }
}
