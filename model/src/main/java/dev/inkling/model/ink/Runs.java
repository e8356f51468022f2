package dev.inkling.model.ink;

import java.util.Arrays;

/// The runs of pixels above a threshold in a raster's rows, from the top left, and which of them
/// hang together: a run joins those of the row above that it touches by a side or a corner. Of the
/// joined ones the first stands for all (R. Tarjan, "Efficiency of a Good But Not Linear Set Union
/// Algorithm", 1975).
final class Runs {
  private int[] rows = new int[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] earlier = new int[256];
  private int count;

  private Runs() {}

  static Runs above(Raster raster, float threshold) {
    var runs = new Runs();
    int above = 0;
    for (int y = 0; y < raster.height(); y++) {
      int here = runs.count;
      runs.find(raster, y, threshold);
      runs.join(above, here);
      above = here;
    }
    return runs;
  }

  int count() {
    return count;
  }

  /// One pixel high.
  Box box(int run) {
    return new Box(starts[run], rows[run], ends[run], rows[run] + 1);
  }

  /// The first run of those that hang together with this one.
  int firstOfPiece(int run) {
    int first = run;
    while (earlier[first] != first) {
      earlier[first] = earlier[earlier[first]];
      first = earlier[first];
    }
    return first;
  }

  private void find(Raster raster, int row, float threshold) {
    float[] values = raster.values();
    int begin = row * raster.width();
    int end = begin + raster.width();
    int at = begin;
    while (at < end) {
      if (values[at] > threshold) {
        int start = at;
        do {
          at++;
        } while (at < end && values[at] > threshold);
        add(row, start - begin, at - begin);
      } else {
        at++;
      }
    }
  }

  private void add(int row, int start, int end) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      earlier = Arrays.copyOf(earlier, 2 * count);
    }
    rows[count] = row;
    starts[count] = start;
    ends[count] = end;
    earlier[count] = count;
    count++;
  }

  /// Joins the runs from `here` on with those of the row above, from `above` to `here`.
  private void join(int above, int here) {
    int first = above;
    for (int run = here; run < count; run++) {
      while (first < here && ends[first] < starts[run]) {
        first++;
      }
      for (int other = first; other < here && starts[other] <= ends[run]; other++) {
        int one = firstOfPiece(other);
        int two = firstOfPiece(run);
        earlier[Math.max(one, two)] = Math.min(one, two);
      }
    }
  }
}
