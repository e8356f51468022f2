package dev.inkling.model.ink;

import java.util.ArrayList;
import java.util.List;

/// Takes the lines of ruled or squared paper out of the ink. A ruling runs from edge to edge,
/// which pen strokes hardly ever do; where the pen crosses it, its ink stays.
final class RuledLines {
  /// The share of the picture's side that a ruling covers at least: pen strokes hide some of it.
  private static final double RUNS_THROUGH = 0.85;

  /// A ruling is no thicker than this share of the picture's side.
  private static final double THICKEST = 0.04;

  /// A single line is taken for a ruling only if it is fainter than this share of the pen's ink:
  /// the bar of a 7 that fills its picture runs from edge to edge too.
  private static final float FAINT = 0.6f;

  private RuledLines() {}

  /// A run of rows that belong to one line.
  private record Line(int first, int end) {}

  /// The ink without the rulings.
  ///
  /// @param bare up to here a value is paper
  /// @param strong the pen's ink
  static Raster without(Raster ink, float bare, float strong) {
    Raster upright = withoutRows(ink, lines(inkedInRows(ink, bare), ink.width()), bare, strong);
    List<Line> columns = lines(inkedInColumns(upright, bare), ink.height());
    return columns.isEmpty()
        ? upright
        : withoutRows(upright.turned(), columns, bare, strong).turned();
  }

  private static Raster withoutRows(Raster ink, List<Line> lines, float bare, float strong) {
    boolean rulings = lines.size() > 1 || (lines.size() == 1 && faint(ink, lines, bare, strong));
    if (!rulings) {
      return ink;
    }
    var values = ink.values().clone();
    int width = ink.width();
    for (Line line : lines) {
      for (int x = 0; x < width; x++) {
        float above = line.first == 0 ? 0 : ink.at(x, line.first - 1);
        float below = line.end == ink.height() ? 0 : ink.at(x, line.end);
        float crossing = Math.max(above, below);
        for (int y = line.first; y < line.end; y++) {
          values[y * width + x] = Math.min(values[y * width + x], crossing);
        }
      }
    }
    return new Raster(width, ink.height(), values);
  }

  /// @param inked how many pixels of each row are
  /// @param length of the rows
  private static List<Line> lines(int[] inked, int length) {
    int thickest = 1 + (int) (inked.length * THICKEST);
    var lines = new ArrayList<Line>();
    int first = -1;
    for (int y = 0; y <= inked.length; y++) {
      boolean ruled = y < inked.length && inked[y] >= RUNS_THROUGH * length;
      if (ruled && first < 0) {
        first = y;
      } else if (!ruled && first >= 0) {
        if (y - first <= thickest) {
          // The line's blurred edges go too.
          lines.add(new Line(Math.max(first - 1, 0), Math.min(y + 1, inked.length)));
        }
        first = -1;
      }
    }
    return lines;
  }

  private static int[] inkedInRows(Raster ink, float bare) {
    var inked = new int[ink.height()];
    for (int y = 0; y < inked.length; y++) {
      for (int x = 0; x < ink.width(); x++) {
        inked[y] += ink.at(x, y) > bare ? 1 : 0;
      }
    }
    return inked;
  }

  private static int[] inkedInColumns(Raster ink, float bare) {
    var inked = new int[ink.width()];
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < inked.length; x++) {
        inked[x] += ink.at(x, y) > bare ? 1 : 0;
      }
    }
    return inked;
  }

  private static boolean faint(Raster ink, List<Line> lines, float bare, float strong) {
    var levels = new Levels();
    for (Line line : lines) {
      for (int y = line.first; y < line.end; y++) {
        for (int x = 0; x < ink.width(); x++) {
          if (ink.at(x, y) > bare) {
            levels.add(ink.at(x, y));
          }
        }
      }
    }
    return levels.median() < FAINT * strong;
  }
}
