package dev.inkling.model.ink;

import dev.inkling.model.TooManyDigits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where a line of digits may be cut: rather too often than too seldom, for which cuts count is
/// decided when all that could be a digit has been read.
///
/// A cut goes down where there is least ink on the way, at most one pixel aside a row, and is found
/// as the cheapest path (the seams of S. Avidan and A. Shamir, "Seam Carving for Content-Aware
/// Image Resizing", 2007): through a gap, even a leaning one, it costs nothing, and where
/// digits touch it takes the thinnest neck. Each stretch of the line gives its cheapest; of
/// those too near each other, or with next to no ink between them, the cheapest stays.
final class Cuts {
  /// A stretch reaches so far to both sides of its middle, and stretches begin so far apart, as
  /// shares of a digit's height.
  private static final double REACH = 0.1;

  private static final double STEP = 0.05;

  /// Cuts lie at least this far apart, as a share of a digit's height.
  private static final double APART = 0.05;

  /// A step aside costs this much of a pixel of ink, so that ways are no longer than they need be.
  private static final float ASIDE = 0.02f;

  /// No cut goes through more than this many widths of the pen.
  private static final double DEAREST = 5;

  private final Raster ink;
  private final double pen;
  private final double digit;

  private Cuts(Raster ink, double pen, double digit) {
    this.ink = ink;
    this.pen = pen;
    this.digit = digit;
  }

  /// From left to right, the line's two ends included.
  ///
  /// @param ink of one line, cut to its box
  /// @param pen its width in pixels
  /// @param digit about how high its digits are, in pixels
  /// @param known cuts that cost nothing, such as those that [PenCuts] tells
  /// @param most pieces that the line may be cut into
  /// @throws TooManyDigits if even more stand apart
  static List<Cut> of(Raster ink, double pen, double digit, List<Cut> known, int most) {
    return new Cuts(ink, pen, digit).inOrder(known, most);
  }

  private List<Cut> inOrder(List<Cut> known, int most) {
    var ordered = new ArrayList<Cut>();
    ordered.add(Cut.straight(0, ink.height()));
    ordered.add(Cut.straight(ink.width(), ink.height()));
    List<Cut> seams = cheapest();
    int gaps = (int) seams.stream().filter(seam -> seam.isFree(pen)).count();
    for (Cut gap : seams.subList(0, gaps)) {
      if (place(gap, ordered) && ordered.size() > most + 1) {
        throw new TooManyDigits();
      }
    }
    // Known ones are hints: however many there are, they are no reason to refuse.
    Stream.concat(known.stream(), seams.stream().skip(gaps))
        .takeWhile(cut -> ordered.size() <= most)
        .forEach(cut -> place(cut, ordered));
    return ordered;
  }

  /// Puts a cut where it belongs, if it parts something there.
  private boolean place(Cut cut, List<Cut> ordered) {
    int at = 1;
    while (at < ordered.size() - 1 && ordered.get(at).middle() < cut.middle()) {
      at++;
    }
    boolean parts = parts(ordered.get(at - 1), cut, ordered.get(at));
    if (parts) {
      ordered.add(at, cut);
    }
    return parts;
  }

  /// Of each stretch; the cheapest first.
  private List<Cut> cheapest() {
    int reach = Math.max(2, (int) (REACH * digit));
    int step = Math.max(1, (int) (STEP * digit));
    var all = new ArrayList<Cut>();
    for (int middle = step; middle < ink.width(); middle += step) {
      Cut cut = cheapestWithin(Math.max(middle - reach, 0), Math.min(middle + reach, ink.width()));
      if (cut.crossed() <= DEAREST * pen) {
        all.add(cut);
      }
    }
    all.sort(Comparator.comparingDouble(Cut::crossed).thenComparingDouble(Cut::middle));
    return all;
  }

  /// Whether a cut between two others is far enough from them and has ink on both sides: two cuts
  /// through one gap have nothing between them.
  private boolean parts(Cut before, Cut cut, Cut after) {
    return cut.middle() - before.middle() >= APART * digit
        && after.middle() - cut.middle() >= APART * digit
        && holdsInk(before, cut)
        && holdsInk(cut, after);
  }

  private boolean holdsInk(Cut from, Cut to) {
    double mass = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = from.columns()[y]; x < to.columns()[y]; x++) {
        mass += ink.at(x, y);
      }
    }
    return mass > pen * pen / 2;
  }

  /// Row by row, each pixel from the cheapest of the three above it.
  private Cut cheapestWithin(int left, int right) {
    int width = right - left;
    int height = ink.height();
    var costs = new float[height][width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        costs[y][x] =
            ink.at(left + x, y) + (y == 0 ? 0 : cost(costs[y - 1], above(costs[y - 1], x), x));
      }
    }
    int at = 0;
    for (int x = 1; x < width; x++) {
      at = costs[height - 1][x] < costs[height - 1][at] ? x : at;
    }
    var columns = new int[height];
    double crossed = 0;
    for (int y = height - 1; y >= 0; y--) {
      columns[y] = left + at;
      crossed += ink.at(left + at, y);
      at = y == 0 ? at : above(costs[y - 1], at);
    }
    return new Cut(columns, crossed);
  }

  private static int above(float[] costs, int x) {
    int best = x;
    for (int aside = Math.max(x - 1, 0); aside <= Math.min(x + 1, costs.length - 1); aside++) {
      best = cost(costs, aside, x) < cost(costs, best, x) ? aside : best;
    }
    return best;
  }

  private static float cost(float[] costs, int from, int to) {
    return costs[from] + (from == to ? 0 : ASIDE);
  }
}
