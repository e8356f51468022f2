package dev.inkling.model.ink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Cuts between one stroke of a pen and the next, where it is known how the pen went: however far
/// digits run into each other, nobody draws half of one and half of another without lifting the
/// pen often.
///
/// @param ink of one line of digits
/// @param pen its width in pixels
record PenCuts(Raster ink, double pen) {
  /// How far, in pixels, one looks from point to point along a stroke.
  private static final double STEP = 0.5;

  /// Of a stroke's points so many lie on the line's ink, or it is another line's, or rubbed out.
  private static final double MOST = 0.5;

  /// Where a stroke's middle reaches to in each row.
  ///
  /// @param first column of it; infinite in rows where it is not
  /// @param last column of it; minus infinite in those rows
  private record Reach(double[] first, double[] last) {
    static Reach none(int height) {
      var first = new double[height];
      var last = new double[height];
      Arrays.fill(first, Double.POSITIVE_INFINITY);
      Arrays.fill(last, Double.NEGATIVE_INFINITY);
      return new Reach(first, last);
    }

    void take(double x, int y) {
      first[y] = Math.min(first[y], x);
      last[y] = Math.max(last[y], x);
    }

    double middle() {
      return (Arrays.stream(first).min().orElseThrow() + Arrays.stream(last).max().orElseThrow())
          / 2;
    }
  }

  /// One between each two neighbours.
  ///
  /// @param strokes where the pen went, in the ink's pixels
  List<Cut> between(List<List<Point>> strokes) {
    List<Reach> reaches =
        strokes.stream()
            .filter(this::isOnInk)
            .map(this::reach)
            .sorted(Comparator.comparingDouble(Reach::middle))
            .toList();
    var cuts = new ArrayList<Cut>();
    for (int i = 1; i < reaches.size(); i++) {
      cuts.add(cut(reaches.subList(0, i), reaches.subList(i, reaches.size())));
    }
    return cuts;
  }

  private boolean isOnInk(List<Point> stroke) {
    long on =
        stroke.stream()
            .filter(point -> isInside(point) && ink.at(column(point), row(point)) > 0)
            .count();
    return stroke.stream().allMatch(this::isInside) && on > 0 && on >= MOST * stroke.size();
  }

  private boolean isInside(Point point) {
    return point.x() >= 0 && point.x() < ink.width() && point.y() >= 0 && point.y() < ink.height();
  }

  private static int column(Point point) {
    return (int) point.x();
  }

  private static int row(Point point) {
    return (int) point.y();
  }

  private Reach reach(List<Point> stroke) {
    Reach reach = Reach.none(ink.height());
    Point from = stroke.getFirst();
    for (Point to : stroke) {
      int steps = 1 + (int) (Math.hypot(to.x() - from.x(), to.y() - from.y()) / STEP);
      for (int i = 0; i <= steps; i++) {
        double share = (double) i / steps;
        reach.take(
            from.x() + share * (to.x() - from.x()), (int) (from.y() + share * (to.y() - from.y())));
      }
      from = to;
    }
    return reach;
  }

  /// In the middle between the two where both are; beside the one where only one is; and else
  /// straight on.
  private Cut cut(List<Reach> left, List<Reach> right) {
    var ways = new double[ink.height()];
    for (int y = 0; y < ways.length; y++) {
      int row = y;
      double end = left.stream().mapToDouble(reach -> reach.last[row]).max().orElseThrow();
      double start = right.stream().mapToDouble(reach -> reach.first[row]).min().orElseThrow();
      if (Double.isFinite(end) && Double.isFinite(start)) {
        ways[y] = (end + start) / 2;
      } else if (Double.isFinite(end)) {
        ways[y] = end + pen;
      } else {
        ways[y] = Double.isFinite(start) ? start - pen : Double.NaN;
      }
    }
    goStraightOn(ways);
    var columns = new int[ways.length];
    for (int y = 0; y < ways.length; y++) {
      columns[y] = Math.clamp(Math.round(ways[y]), 0, ink.width());
    }
    return new Cut(columns, 0);
  }

  private static void goStraightOn(double[] ways) {
    for (int y = 1; y < ways.length; y++) {
      ways[y] = Double.isNaN(ways[y]) ? ways[y - 1] : ways[y];
    }
    for (int y = ways.length - 2; y >= 0; y--) {
      ways[y] = Double.isNaN(ways[y]) ? ways[y + 1] : ways[y];
    }
  }
}
