package dev.inkling.model.ink;

/// The exact Euclidean distance from every pixel to the nearest one of a set, from middle to
/// middle: first along each column, then the best of each row, where whatever is farther off than
/// the best so far need not be looked at (T. Saito and J. Toriwaki, "New Algorithms for Euclidean
/// Distance Transformation of an n-Dimensional Digitized Picture", 1994). Strokes are thin, so that
/// is a few pixels for each.
final class DistanceField {
  /// Stands for "none in this column"; longer than any raster's diagonal, and its square fits.
  private static final int FAR = 16_000;

  private final int[] squares;
  private final int width;
  private final int farthest;

  private DistanceField(int[] squares, int width, int farthest) {
    this.squares = squares;
    this.width = width;
    this.farthest = farthest;
  }

  /// From every pixel to the nearest inked one; 0 on ink.
  ///
  /// @param farthest distance that matters: a longer one may be told as any that is longer
  static DistanceField toInk(boolean[] inked, int width, int height, double farthest) {
    return new DistanceField(
        squaresAlongColumns(inked, true, width, height), width, (int) Math.ceil(farthest));
  }

  /// From every pixel to the nearest that is not inked; 0 on paper. Beyond the edge is no paper.
  static DistanceField toPaper(boolean[] inked, int width, int height) {
    return new DistanceField(squaresAlongColumns(inked, false, width, height), width, width);
  }

  /// From that pixel.
  float at(int pixel) {
    return distance(pixel - pixel % width, pixel);
  }

  /// From each pixel.
  float[] everywhere() {
    var distances = new float[squares.length];
    for (int row = 0; row < distances.length; row += width) {
      for (int i = row; i < row + width; i++) {
        if (squares[i] > 0) {
          distances[i] = distance(row, i);
        }
      }
    }
    return distances;
  }

  private float distance(int row, int pixel) {
    return (float) Math.sqrt(leastSquare(row, row + width, pixel));
  }

  /// From every pixel to the nearest of the set in its column.
  private static int[] squaresAlongColumns(boolean[] inked, boolean target, int width, int height) {
    var away = new int[inked.length];
    for (int i = 0; i < away.length; i++) {
      int above = i < width ? FAR : away[i - width];
      away[i] = inked[i] == target ? 0 : Math.min(above + 1, FAR);
    }
    for (int i = (height - 1) * width - 1; i >= 0; i--) {
      away[i] = Math.min(away[i], away[i + width] + 1);
    }
    for (int i = 0; i < away.length; i++) {
      away[i] *= away[i];
    }
    return away;
  }

  /// The least of (distance² + value) along a row.
  private int leastSquare(int first, int end, int at) {
    int least = squares[at];
    for (int away = 1; away <= farthest && away * away < least; away++) {
      if (at - away >= first) {
        least = Math.min(least, away * away + squares[at - away]);
      }
      if (at + away < end) {
        least = Math.min(least, away * away + squares[at + away]);
      }
    }
    return least;
  }
}
