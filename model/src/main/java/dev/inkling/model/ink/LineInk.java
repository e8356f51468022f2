package dev.inkling.model.ink;

import dev.inkling.model.TooManyDigits;
import dev.inkling.model.ink.Blobs.Blob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The ink of one line of digits and where it is.
///
/// @param ink cut to its box
/// @param left edge in the picture
/// @param top edge in the picture
/// @param factor how many of the picture's pixels along a side one of the ink's has
/// @param pen its width in pixels
/// @param digit about how high its digits are, in pixels
/// @param isClean whether all of it was drawn, on even and unruled paper
record LineInk(
    Raster ink, int left, int top, int factor, double pen, double digit, boolean isClean) {
  /// Digits that are at least twice as high are reduced: four pixels for each of a glyph's.
  private static final int HEIGHT = 4 * Framing.LONGEST_SIDE;

  /// A digit is no wider than so many times its height, and no more pieces.
  private static final double WIDEST = 1.5;

  private static final int MOST_PIECES = 16;

  /// A strip reaches this share of the line's height to both sides of its middle.
  private static final double STRIP = 0.3;

  /// Digits' pieces lie no farther apart than this share of their height.
  private static final double WIDEST_GAP = 0.5;

  /// Lighter parts of a candidate, as shares of its heaviest, are a neighbour's.
  private static final double CRUMB = 0.03;

  /// How high digits are where a candidate is shown among its neighbours: they are in sight for a
  /// third of their height beyond it.
  private static final double SEGMENT_HEIGHT = 18;

  /// A pixel is ink from here on.
  private static final float INK = 0.3f;

  /// A candidate without what depends on the others.
  ///
  /// @param ink cut to its box
  /// @param box in the line's pixels
  /// @param gap the widest between its pieces, in the line's pixels
  private record Part(int from, int to, Raster ink, Box box, int gap) {}

  static LineInk of(Raster ink, int left, int top, int factor, boolean clean) {
    double pen = new StrokeWidth(ink.padded(1)).measured();
    double digit = aboutHeight(ink);
    int times = (int) (digit / HEIGHT);
    return times < 2
        ? new LineInk(ink, left, top, factor, pen, digit, clean)
        : of(ink.reduced(times), left, top, factor * times, clean);
  }

  /// The height that three quarters of all upright strips of ink do not exceed: unlike the line's
  /// own it does not grow when the line climbs. A strip is wide enough for most of a leaning 1.
  private static double aboutHeight(Raster ink) {
    int reach = 1 + (int) (STRIP * ink.height());
    var heights = new ArrayList<Integer>();
    for (int x = 0; x < ink.width(); x++) {
      var strip =
          new Box(Math.max(x - reach, 0), 0, Math.min(x + reach + 1, ink.width()), ink.height());
      Box inked = ink.crop(strip).boxAbove(INK);
      if (!inked.isEmpty()) {
        heights.add(inked.height());
      }
    }
    heights.sort(Comparator.naturalOrder());
    return heights.isEmpty() ? ink.height() : heights.get(3 * (heights.size() - 1) / 4);
  }

  /// @param strokes where the pen went, in the picture's pixels, if that is known
  /// @param most pieces
  /// @throws TooManyDigits if more stand apart
  NumberLine cutUp(List<List<Point>> strokes, int most) {
    List<Cut> known =
        new PenCuts(ink, pen)
            .between(
                strokes.stream()
                    .map(stroke -> stroke.stream().map(this::fromPicture).toList())
                    .toList());
    List<Cut> cuts = Cuts.of(ink, pen, digit, known, most);
    List<Part> parts = parts(cuts);
    return new NumberLine(
        cuts.size() - 1,
        parts.stream()
            .map(part -> candidate(part, cuts.get(part.from), cuts.get(part.to)))
            .toList());
  }

  private Candidate candidate(Part part, Cut before, Cut after) {
    return new Candidate(
        part.from,
        part.to,
        part.ink,
        isClean,
        inPicture(part.box),
        amongNeighbours(part),
        !before.isFree(pen) || !after.isFree(pen),
        new Shape(part.box, part.gap, before.crossed() / pen).oddness(digit));
  }

  private Point fromPicture(Point point) {
    return new Point((point.x() - left) / factor, (point.y() - top) / factor);
  }

  private Box inPicture(Box box) {
    return box.times(factor).movedBy(left, top);
  }

  /// A square around the middle of a part, in which digits are [#SEGMENT_HEIGHT] pixels high.
  private Candidate.Segment amongNeighbours(Part part) {
    double scale = SEGMENT_HEIGHT / digit;
    int side = (int) Math.ceil(Glyph.SIDE / scale);
    int x = (part.box.left() + part.box.right() - side) / 2;
    int y = (part.box.top() + part.box.bottom() - side) / 2;
    // Apart from each other, since resampling knows no less than nothing.
    Raster all = small(ink.window(x, y, side), scale);
    Raster own = small(part.ink.window(x - part.box.left(), y - part.box.top(), side), scale);
    var values = new float[Glyph.PIXELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.clamp((1 + 2 * own.values()[i] - all.values()[i]) / 2, 0, 1);
    }
    return new Candidate.Segment(new Glyph(values), inPicture(new Box(x, y, x + side, y + side)));
  }

  private static Raster small(Raster square, double scale) {
    return Resampling.area(square, scale, Glyph.SIDE, Glyph.SIDE);
  }

  private List<Part> parts(List<Cut> cuts) {
    List<Box> pieces = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.size(); i++) {
      pieces.add(cuts.get(i).inkUpTo(cuts.get(i + 1), ink).boxAbove(0));
    }
    var parts = new ArrayList<Part>();
    for (int from = 0; from < pieces.size(); from++) {
      Box box = pieces.get(from);
      int gap = 0;
      for (int to = from + 1; to <= Math.min(from + MOST_PIECES, pieces.size()); to++) {
        if (to > from + 1) {
          Box next = pieces.get(to - 1);
          gap = Math.max(gap, next.left() - box.right());
          box = box.around(next);
          double height = Math.max(box.height(), digit);
          if (box.width() > WIDEST * height || gap > WIDEST_GAP * height) {
            break;
          }
        }
        parts.add(part(from, to, gap, cuts));
      }
    }
    return parts;
  }

  private Part part(int from, int to, int gap, List<Cut> cuts) {
    Raster all = cuts.get(from).inkUpTo(cuts.get(to), ink);
    Raster tidy = withoutCrumbs(all.crop(all.boxAbove(0)));
    Box inner = tidy.boxAbove(0);
    Box outer = all.boxAbove(0);
    return new Part(from, to, tidy.crop(inner), inner.movedBy(outer.left(), outer.top()), gap);
  }

  private static Raster withoutCrumbs(Raster ink) {
    Blobs blobs = Blobs.in(ink, INK);
    if (blobs.all().size() < 2) {
      return ink;
    }
    double heaviest = blobs.all().stream().mapToDouble(Blob::mass).max().orElseThrow();
    return blobs.only(
        blobs.all().stream().filter(blob -> blob.mass() >= CRUMB * heaviest).toList());
  }
}
