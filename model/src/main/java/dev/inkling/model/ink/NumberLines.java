package dev.inkling.model.ink;

import dev.inkling.model.NoInk;
import dev.inkling.model.TooManyDigits;
import dev.inkling.model.ink.Blobs.Blob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Finds the lines of digits in a picture and cuts them into what may be digits. Ink is found as
/// [Normalizer] finds it, whatever network reads it, for only that tells digits from each other.
public final class NumberLines {
  /// More that stand apart are no number.
  private static final int MOST_DIGITS = 64;

  /// The lines together are cut into no more pieces.
  private static final int MOST_PIECES = 128;

  /// A pixel is ink from here on.
  private static final float INK = 0.3f;

  /// What is less than this share of the highest piece's height is no digit by itself.
  private static final double LOW = 0.4;

  /// Neighbours in a line share at least this part of the lower one's height.
  private static final double BESIDE = 0.4;

  private NumberLines() {}

  /// From the top down.
  ///
  /// @param strokes where the pen went, each time that it touched the paper, in the picture's
  ///     pixels; empty where that is not known
  /// @throws NoInk if there is nothing but paper
  /// @throws TooManyDigits if there is more than can be read as one number
  public static List<NumberLine> in(Picture picture, List<List<Point>> strokes) {
    InkSearch.Found found =
        InkSearch.in(
            Raster.of(picture), InkSearch.Sought.NUMBER, EnumSet.noneOf(Steps.Removal.class));
    Blobs blobs = Blobs.in(found.ink(), INK);
    List<List<Blob>> lines = lines(blobs.all());
    int most = MOST_PIECES / lines.size();
    return lines.stream().map(line -> ink(blobs.only(line), found).cutUp(strokes, most)).toList();
  }

  private static LineInk ink(Raster ink, InkSearch.Found found) {
    Box box = ink.boxAbove(0);
    return LineInk.of(
        ink.crop(box),
        found.box().left() + box.left() * found.factor(),
        found.box().top() + box.top() * found.factor(),
        found.factor(),
        found.isClean());
  }

  /// Digits are linked to their right neighbours; what is low, such as a dot or the bar of a 5,
  /// goes with the nearest digit.
  private static List<List<Blob>> lines(List<Blob> blobs) {
    int highest =
        blobs.stream().mapToInt(blob -> blob.box().height()).max().orElseThrow(NoInk::new);
    List<Blob> digits =
        blobs.stream()
            .filter(blob -> blob.box().height() >= LOW * highest)
            .sorted(Comparator.comparingDouble(NumberLines::middle))
            .toList();
    if (digits.size() > MOST_DIGITS) {
      throw new TooManyDigits();
    }
    List<List<Blob>> lines = new ArrayList<>();
    for (Blob digit : digits) {
      line(digit, lines).ifPresentOrElse(line -> line.add(digit), () -> lines.add(listOf(digit)));
    }
    lines.sort(Comparator.comparingDouble(NumberLines::height));
    for (Blob blob : blobs) {
      if (!digits.contains(blob)) {
        nearest(blob, lines).add(blob);
      }
    }
    return lines;
  }

  private static List<Blob> listOf(Blob first) {
    var line = new ArrayList<Blob>();
    line.add(first);
    return line;
  }

  /// Of the lines whose last digits stand beside this one, the one that ends nearest.
  private static Optional<List<Blob>> line(Blob digit, List<List<Blob>> lines) {
    return lines.stream()
        .filter(
            line ->
                line.stream()
                    .skip(Math.max(line.size() - 2, 0))
                    .anyMatch(last -> isBeside(last.box(), digit.box())))
        .min(Comparator.comparingInt(line -> digit.box().left() - line.getLast().box().right()));
  }

  private static boolean isBeside(Box one, Box other) {
    int shared = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
    return shared >= BESIDE * Math.min(one.height(), other.height());
  }

  private static List<Blob> nearest(Blob blob, List<List<Blob>> lines) {
    return lines.stream()
        .min(
            Comparator.comparingInt(
                line ->
                    line.stream()
                        .mapToInt(digit -> blob.box().gapTo(digit.box()))
                        .min()
                        .orElseThrow()))
        .orElseThrow();
  }

  private static double middle(Blob blob) {
    return (blob.box().left() + blob.box().right()) / 2.0;
  }

  private static double height(List<Blob> line) {
    return line.stream()
        .mapToInt(blob -> blob.box().top() + blob.box().bottom())
        .average()
        .orElseThrow();
  }
}
