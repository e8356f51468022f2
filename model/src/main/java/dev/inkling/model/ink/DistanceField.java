package dev.inkling.model.ink;

/// The exact Euclidean distance from every pixel to the nearest one of a set, from middle to
/// middle: first along each column, then the best of each row, where whatever is farther off than
/// the best so far need not be looked at (T. Saito and J. Toriwaki, "New Algorithms for Euclidean
/// Distance Transformation of an n-Dimensional Digitized Picture", 1994). Strokes are thin, so that
/// is a few pixels for each.
final class DistanceField {
  /// Stands for "none in this column"; longer than any raster's diagonal, and its square fits.
  private static final int FAR = 16_000;

  private DistanceField() {}

  /// From every pixel to the nearest inked one; 0 on ink.
  ///
  /// @param farthest distance that matters: a longer one may be told as any that is longer
  static float[] toInk(boolean[] inked, int width, int height, double farthest) {
    return distances(inked, true, width, height, (int) Math.ceil(farthest));
  }

  /// From every pixel to the nearest that is not inked; 0 on paper. Beyond the edge is no paper.
  static float[] toPaper(boolean[] inked, int width, int height) {
    return distances(inked, false, width, height, width);
  }

  private static float[] distances(
      boolean[] inked, boolean target, int width, int height, int farthest) {
    int[] columns = squaresAlongColumns(inked, target, width, height);
    var distances = new float[inked.length];
    for (int row = 0; row < distances.length; row += width) {
      for (int i = row; i < row + width; i++) {
        if (inked[i] != target) {
          distances[i] = (float) Math.sqrt(leastSquare(columns, row, row + width, i, farthest));
        }
      }
    }
    return distances;
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
  private static int leastSquare(int[] values, int first, int end, int at, int farthest) {
    int least = values[at];
    for (int away = 1; away <= farthest && away * away < least; away++) {
      if (at - away >= first) {
        least = Math.min(least, away * away + values[at - away]);
      }
      if (at + away < end) {
        least = Math.min(least, away * away + values[at + away]);
      }
    }
    return least;
  }
}
