package dev.inkling.model.ink;

/// The exact Euclidean distance from every pixel to the nearest one of a set, from middle to
/// middle: the lower envelope of parabolas, along columns and then along rows (P. Felzenszwalb and
/// D. Huttenlocher, "Distance Transforms of Sampled Functions", 2012). Time grows with the number
/// of pixels only.
final class DistanceField {
  /// Stands for "none yet"; its square root is longer than any picture's diagonal.
  private static final float FAR = 1e12f;

  private DistanceField() {}

  /// From every pixel to the nearest inked one; 0 on ink.
  static float[] toInk(boolean[] inked, int width, int height) {
    return distances(inked, true, width, height);
  }

  /// From every pixel to the nearest that is not inked; 0 on paper. Beyond the edge is no paper.
  static float[] toPaper(boolean[] inked, int width, int height) {
    return distances(inked, false, width, height);
  }

  private static float[] distances(boolean[] inked, boolean target, int width, int height) {
    var squares = new float[inked.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = inked[i] == target ? 0 : FAR;
    }
    var envelope = new Envelope(Math.max(width, height));
    for (int x = 0; x < width; x++) {
      envelope.along(squares, x, width, height);
    }
    for (int y = 0; y < height; y++) {
      envelope.along(squares, y * width, 1, width);
    }
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (float) Math.sqrt(squares[i]);
    }
    return squares;
  }

  /// The one-dimensional step, with its memory.
  private static final class Envelope {
    private final float[] line;
    private final int[] vertex;
    private final double[] from;

    Envelope(int longest) {
      line = new float[longest];
      vertex = new int[longest];
      from = new double[longest + 1];
    }

    /// Replaces each of `count` values, `stride` apart, by the least of (distance² + value).
    void along(float[] squares, int start, int stride, int count) {
      for (int i = 0; i < count; i++) {
        line[i] = squares[start + i * stride];
      }
      int last = 0;
      vertex[0] = 0;
      from[0] = Double.NEGATIVE_INFINITY;
      from[1] = Double.POSITIVE_INFINITY;
      for (int i = 1; i < count; i++) {
        double meeting = meeting(i, vertex[last]);
        while (meeting <= from[last]) {
          last--;
          meeting = meeting(i, vertex[last]);
        }
        last++;
        vertex[last] = i;
        from[last] = meeting;
        from[last + 1] = Double.POSITIVE_INFINITY;
      }
      int nearest = 0;
      for (int i = 0; i < count; i++) {
        while (from[nearest + 1] < i) {
          nearest++;
        }
        float away = i - vertex[nearest];
        squares[start + i * stride] = away * away + line[vertex[nearest]];
      }
    }

    /// Where the parabolas over `i` and `k` meet.
    private double meeting(int i, int k) {
      return ((line[i] + (double) i * i) - (line[k] + (double) k * k)) / (2.0 * (i - k));
    }
  }
}
