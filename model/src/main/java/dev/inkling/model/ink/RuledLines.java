package dev.inkling.model.ink;

import java.util.ArrayList;
import java.util.List;

/// Takes the lines of ruled or squared paper out of the ink. A ruling runs from edge to edge,
/// which pen strokes hardly ever do; where the pen crosses it, its ink stays. The sheet may lie a
/// little askew.
final class RuledLines {
  /// The share of the picture's side that a ruling covers at least: pen strokes hide some of it.
  private static final double RUNS_THROUGH = 0.85;

  /// A ruling is no thicker than this share of the picture's side.
  private static final double THICKEST = 0.04;

  /// A single line is taken for a ruling only if it is fainter than this share of the pen's ink:
  /// the bar of a 7 that fills its picture runs from edge to edge too.
  private static final float FAINT = 0.6f;

  /// Of a line that leaves the picture at its top or bottom, this share of the picture's width has
  /// to be seen, or the second where there are other lines.
  private static final double SEEN = 0.5;

  private static final double SEEN_BESIDE_OTHERS = 0.1;

  private final Raster ink;
  private final float bare;
  private final Tilt tilt;

  /// A run of rows, counted at the left edge, that belong to one line.
  private record Line(int first, int end) {}

  private RuledLines(Raster ink, float bare) {
    this.ink = ink;
    this.bare = bare;
    this.tilt = Tilt.sharpest(ink, bare);
  }

  /// What is left of the ink.
  ///
  /// @param lines how many rulings were taken out, lying and standing ones
  record Unruled(Raster ink, int lines) {
    private Unruled turned() {
      return new Unruled(ink.turned(), lines);
    }
  }

  /// The ink without the rulings.
  ///
  /// @param bare up to here a value is paper
  /// @param strong the pen's ink
  static Unruled without(Raster ink, float bare, float strong) {
    var all = new Unruled(ink, 0);
    int width = ink.width();
    int height = ink.height();
    Unruled upright =
        joins(all, bare, new Box(0, 0, 1, height), new Box(width - 1, 0, width, height))
            ? withoutLying(all, bare, strong)
            : all;
    // Few digits touch top and bottom: to turn all of them and back takes a tenth of the time.
    return joins(upright, bare, new Box(0, 0, width, 1), new Box(0, height - 1, width, height))
        ? withoutLying(upright.turned(), bare, strong).turned()
        : upright;
  }

  /// Whether there is anything at both of these edges, as where a line runs from one to the other.
  private static boolean joins(Unruled unruled, float bare, Box edge, Box opposite) {
    return isInked(unruled.ink, edge, bare) && isInked(unruled.ink, opposite, bare);
  }

  private static Unruled withoutLying(Unruled before, float bare, float strong) {
    Raster ink = before.ink;
    var rulings = new RuledLines(ink, bare);
    List<Line> lines = rulings.lines();
    boolean ruled = lines.size() > 1 || (lines.size() == 1 && rulings.areFaint(lines, strong));
    return ruled ? new Unruled(rulings.without(lines), before.lines + lines.size()) : before;
  }

  /// Whether there is anything in that box.
  private static boolean isInked(Raster ink, Box part, float bare) {
    for (int y = part.top(); y < part.bottom(); y++) {
      for (int x = part.left(); x < part.right(); x++) {
        if (ink.at(x, y) > bare) {
          return true;
        }
      }
    }
    return false;
  }

  private Raster without(List<Line> lines) {
    var values = ink.values().clone();
    for (Line line : lines) {
      for (int x = 0; x < ink.width(); x++) {
        int first = line.first + tilt.at(x);
        int end = line.end + tilt.at(x);
        float crossing = Math.max(inkAt(x, first - 1), inkAt(x, end));
        for (int y = Math.max(first, 0); y < Math.min(end, ink.height()); y++) {
          int at = y * ink.width() + x;
          values[at] = Math.min(values[at], crossing);
        }
      }
    }
    return new Raster(ink.width(), ink.height(), values);
  }

  private float inkAt(int x, int y) {
    return y < 0 || y >= ink.height() ? 0 : ink.at(x, y);
  }

  private List<Line> lines() {
    List<Line> lines = lines(SEEN);
    return lines.size() > 1 ? lines(SEEN_BESIDE_OTHERS) : lines;
  }

  private List<Line> lines(double leastSeen) {
    int thickest = 1 + (int) (ink.height() * THICKEST);
    var lines = new ArrayList<Line>();
    int reach = Math.abs(tilt.rise());
    int first = Integer.MIN_VALUE;
    for (int y = -reach; y <= ink.height() + reach; y++) {
      boolean ruled = y < ink.height() + reach && isRuled(y, leastSeen);
      if (ruled && first == Integer.MIN_VALUE) {
        first = y;
      } else if (!ruled && first != Integer.MIN_VALUE) {
        if (y - first <= thickest) {
          // The line's blurred edges go too.
          lines.add(new Line(first - 1, y + 1));
        }
        first = Integer.MIN_VALUE;
      }
    }
    return lines;
  }

  private boolean isRuled(int row, double leastSeen) {
    int seen = 0;
    int inked = 0;
    for (int x = 0; x < ink.width(); x++) {
      int y = row + tilt.at(x);
      if (y >= 0 && y < ink.height()) {
        seen++;
        inked += ink.at(x, y) > bare ? 1 : 0;
      }
    }
    return seen >= leastSeen * ink.width() && inked >= RUNS_THROUGH * seen;
  }

  private boolean areFaint(List<Line> lines, float strong) {
    var levels = new Levels();
    for (Line line : lines) {
      for (int x = 0; x < ink.width(); x++) {
        for (int y = line.first + tilt.at(x); y < line.end + tilt.at(x); y++) {
          if (inkAt(x, y) > bare) {
            levels.add(inkAt(x, y));
          }
        }
      }
    }
    return levels.median() < FAINT * strong;
  }
}
