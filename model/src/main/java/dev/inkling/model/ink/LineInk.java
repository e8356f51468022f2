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
record LineInk(Raster ink, int left, int top, int factor, double pen, double digit) {
  /// Digits that are at least twice as high are reduced: four pixels for each of a glyph's.
  private static final int HEIGHT = 4 * Framing.LONGEST_SIDE;

  /// A digit is no wider than so many times its height, and no more pieces.
  private static final double WIDEST = 1.5;

  private static final int MOST_PIECES = 10;

  /// A strip reaches this share of the line's height to both sides of its middle.
  private static final double STRIP = 0.3;

  /// Digits' pieces lie no farther apart than this share of their height.
  private static final double WIDEST_GAP = 0.5;

  /// Lighter parts of a candidate, as shares of its heaviest, are a neighbour's.
  private static final double CRUMB = 0.03;

  /// A pixel is ink from here on.
  private static final float INK = 0.3f;

  /// A candidate without what depends on the others.
  ///
  /// @param ink cut to its box
  /// @param box in the line's pixels
  /// @param gap the widest between its pieces, in the line's pixels
  private record Part(int from, int to, Raster ink, Box box, int gap) {}

  static LineInk of(Raster ink, int left, int top, int factor) {
    double pen = new StrokeWidth(ink.padded(1)).measured();
    double digit = aboutHeight(ink);
    int times = (int) (digit / HEIGHT);
    return times < 2
        ? new LineInk(ink, left, top, factor, pen, digit)
        : of(ink.reduced(times), left, top, factor * times);
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

  /// @param most pieces
  /// @throws TooManyDigits if more stand apart
  NumberLine cutUp(int most) {
    List<Cut> cuts = Cuts.of(ink, pen, digit, most);
    List<Part> parts = parts(cuts);
    return new NumberLine(
        cuts.size() - 1,
        parts.stream().map(part -> candidate(part, cuts.get(part.from).crossed() / pen)).toList());
  }

  private Candidate candidate(Part part, double crossed) {
    return new Candidate(
        part.from,
        part.to,
        Framing.of(PenWidth.usual(part.ink).ink()).glyph(),
        part.box.times(factor).movedBy(left, top),
        new Shape(part.box, part.gap, crossed).oddness(digit));
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
