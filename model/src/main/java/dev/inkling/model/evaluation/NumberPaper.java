package dev.inkling.model.evaluation;

import dev.inkling.model.ink.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Paper on which digits are put beside each other, as near as is asked where they come nearest: a
/// 1 may stand under the arm of a 7.
final class NumberPaper {
  /// The usual height of a digit, in pixels.
  static final int DIGIT = 84;

  /// Darker than this is ink, and darker than that a stroke's edge.
  private static final float INK = 0.5f;

  private static final float EDGE = 0.99f;

  /// Digits reach over each other by no more than this share of their height.
  private static final double OVERLAP = 0.35;

  /// Room for a line's highest digits, as a share of the usual height.
  private static final double LINE = 1.15;

  private static final int NONE = Integer.MIN_VALUE / 2;

  private final List<Placed> finished = new ArrayList<>();
  private final List<Placed> line = new ArrayList<>();
  private int baseline;

  /// A digit, cut to its box.
  private record Placed(Picture picture, int left, int top) {
    int right() {
      return left + picture.width();
    }

    int bottom() {
      return top + picture.height();
    }

    Placed movedBy(int dx, int dy) {
      return new Placed(picture, left + dx, top + dy);
    }

    /// The last column of ink in that row of the paper.
    int lastInk(int y) {
      int last = NONE;
      for (int x = 0; x < picture.width(); x++) {
        last = isInk(x, y) ? left + x : last;
      }
      return last;
    }

    int firstInk(int y) {
      for (int x = 0; x < picture.width(); x++) {
        if (isInk(x, y)) {
          return left + x;
        }
      }
      return NONE;
    }

    private boolean isInk(int x, int y) {
      return y >= top && y < bottom() && picture.luminance()[(y - top) * picture.width() + x] < INK;
    }
  }

  /// Writes one more digit at the end of the line.
  ///
  /// @param gap to the digit before, as a share of the height; below 0 they run into each other
  /// @param slope of the line, downwards
  /// @param lower than the line, as a share of the height
  void add(Picture digit, double gap, double slope, double lower) {
    Placed placed = cut(digit);
    int end = line.isEmpty() ? 0 : line.getLast().right();
    int foot = baseline + (int) Math.round(slope * end + lower * DIGIT);
    Placed standing = placed.movedBy(end, foot - placed.bottom());
    line.add(line.isEmpty() ? standing : standing.movedBy(way(standing, gap), 0));
  }

  /// Begins a line below all that is written.
  ///
  /// @param gap between the lines, as a share of a digit's height
  void beginLine(double gap) {
    finished.addAll(line);
    line.clear();
    int bottom = finished.stream().mapToInt(Placed::bottom).max().orElse(0);
    baseline = bottom + (int) ((gap + LINE) * DIGIT);
  }

  /// The paper with a margin of so many pixels.
  ///
  /// @param digits that were written
  NumberSheet sheet(int margin, String digits) {
    var all = new ArrayList<>(finished);
    all.addAll(line);
    int left = all.stream().mapToInt(Placed::left).min().orElse(0) - margin;
    int top = all.stream().mapToInt(Placed::top).min().orElse(0) - margin;
    int width = all.stream().mapToInt(Placed::right).max().orElse(0) + margin - left;
    int height = all.stream().mapToInt(Placed::bottom).max().orElse(0) + margin - top;
    var light = new float[width * height];
    Arrays.fill(light, 1);
    var owners = new byte[light.length];
    Arrays.fill(owners, NumberSheet.PAPER);
    for (int number = 0; number < all.size(); number++) {
      Placed digit = all.get(number);
      Picture own = digit.picture;
      for (int i = 0; i < own.luminance().length; i++) {
        int x = digit.left - left + i % own.width();
        int y = digit.top - top + i / own.width();
        int at = y * width + x;
        if (own.luminance()[i] < light[at]) {
          light[at] = own.luminance()[i];
          owners[at] = light[at] < INK ? (byte) number : NumberSheet.PAPER;
        }
      }
    }
    return new NumberSheet(new Picture(width, height, light), digits, owners);
  }

  /// How far a digit has to move to the right.
  private int way(Placed digit, double gap) {
    int nearest = Integer.MAX_VALUE;
    for (int y = digit.top; y < digit.bottom(); y++) {
      int row = y;
      int before = line.stream().mapToInt(other -> other.lastInk(row)).max().orElse(NONE);
      int first = digit.firstInk(y);
      if (before != NONE && first != NONE) {
        nearest = Math.min(nearest, first - before - 1);
      }
    }
    return Math.max((int) Math.round(gap * DIGIT) - nearest, (int) (-OVERLAP * DIGIT));
  }

  private static Placed cut(Picture digit) {
    int left = digit.width();
    int right = 0;
    int top = digit.height();
    int bottom = 0;
    for (int i = 0; i < digit.luminance().length; i++) {
      if (digit.luminance()[i] < EDGE) {
        left = Math.min(left, i % digit.width());
        right = Math.max(right, i % digit.width() + 1);
        top = Math.min(top, i / digit.width());
        bottom = i / digit.width() + 1;
      }
    }
    var light = new float[(right - left) * (bottom - top)];
    for (int y = top; y < bottom; y++) {
      System.arraycopy(
          digit.luminance(),
          y * digit.width() + left,
          light,
          (y - top) * (right - left),
          right - left);
    }
    return new Placed(new Picture(right - left, bottom - top, light), 0, 0);
  }
}
