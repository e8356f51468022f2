package dev.inkling.model.ink;

import dev.inkling.model.ink.Blobs.Blob;
import dev.inkling.model.ink.Steps.Removal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Decides which pieces of ink were written: not specks, not a box around the digit, not a line
/// along the edge. Whatever could be a digit's own piece stays, such as the bar of a 5 that does
/// not touch its belly. Of a number all digits stay, however far apart.
final class Writing {
  /// Lighter pieces than this share of the main one are dirt.
  private static final double SPECK = 0.02;

  /// Up to this share they are dirt if they also lie apart: farther than [#APART] of the main
  /// piece's size, or at the edge of the picture.
  private static final double SMALL = 0.08;

  private static final double APART = 0.2;

  /// A box to write in takes at least this share of the picture's width and height, and nearly all
  /// of its ink lies this near (as a share of the picture) to its sides.
  private static final double BOX_EXTENT = 0.5;

  private static final double BOX_SIDES = 0.06;
  private static final double BOX_INK = 0.97;

  /// A line along the edge is at least this long, as a share of the picture's side, and at most
  /// this thick, as a share of the shorter one: a 1 is slim beside a long number.
  private static final double EDGE_LINE_LENGTH = 0.85;

  private static final double EDGE_LINE_THICKNESS = 0.06;

  /// What is written is at least this share of the frame or line around it.
  private static final double WRITING_BESIDE = 0.1;

  private final Blobs blobs;
  private final Box limits;

  private Writing(Blobs blobs, Raster ink) {
    this.blobs = blobs;
    this.limits = Box.whole(ink);
  }

  /// What pieces are measured against.
  ///
  /// @param blobs that are no specks for certain
  private record Main(List<Blob> blobs, double mass, int size) {
    /// A digit's heaviest piece.
    static Main ofDigit(List<Blob> pieces) {
      Blob heaviest = heaviest(pieces);
      return new Main(List.of(heaviest), heaviest.mass(), heaviest.box().longestSide());
    }

    /// The pieces of a number that are as heavy as digits. The heaviest may be several digits that
    /// touch: it counts with what fills a square of its height.
    static Main ofNumber(List<Blob> pieces) {
      Blob heaviest = heaviest(pieces);
      Box box = heaviest.box();
      double mass = heaviest.mass() * Math.min(1, (double) box.height() / box.width());
      List<Blob> digits = pieces.stream().filter(blob -> blob.mass() >= SMALL * mass).toList();
      return new Main(digits, mass, box.height());
    }

    private static Blob heaviest(List<Blob> pieces) {
      return pieces.stream().max(Comparator.comparingDouble(Blob::mass)).orElseThrow();
    }

    private boolean isFarFrom(Blob blob) {
      return blobs.stream().allMatch(main -> blob.box().gapTo(main.box()) > APART * size);
    }
  }

  /// The written part of the ink, its soft edges included.
  ///
  /// @param blobs of `ink`
  /// @param removed takes what of it was not written
  static Raster ofDigit(Blobs blobs, Raster ink, Set<Removal> removed) {
    return of(blobs, ink, Main::ofDigit, removed);
  }

  /// The same of what may be more than one digit.
  static Raster ofNumber(Blobs blobs, Raster ink, Set<Removal> removed) {
    return of(blobs, ink, Main::ofNumber, removed);
  }

  private static Raster of(
      Blobs blobs, Raster ink, Function<List<Blob>, Main> main, Set<Removal> removed) {
    var writing = new Writing(blobs, ink);
    List<Blob> pieces = writing.withoutLines(blobs.all());
    if (pieces.size() < blobs.all().size()) {
      removed.add(Removal.LINES);
    }
    List<Blob> written = writing.withoutSpecks(pieces, main.apply(pieces));
    if (written.size() < pieces.size()) {
      removed.add(Removal.SPECKS);
    }
    return blobs.only(written);
  }

  private List<Blob> withoutLines(List<Blob> pieces) {
    Predicate<Blob> isLine = blob -> isBox(blob) || isEdgeLine(blob);
    List<Blob> lines = pieces.stream().filter(isLine).toList();
    List<Blob> others = pieces.stream().filter(isLine.negate()).toList();
    return mass(others) >= WRITING_BESIDE * mass(lines) ? others : pieces;
  }

  private boolean isBox(Blob blob) {
    Box box = blob.box();
    return box.width() >= BOX_EXTENT * limits.width()
        && box.height() >= BOX_EXTENT * limits.height()
        && blobs.alongItsBox(blob, 1 + (int) (BOX_SIDES * limits.longestSide())) >= BOX_INK;
  }

  private boolean isEdgeLine(Blob blob) {
    Box box = blob.box();
    double thickest = EDGE_LINE_THICKNESS * Math.min(limits.width(), limits.height()) + 1;
    boolean lying = box.width() >= EDGE_LINE_LENGTH * limits.width() && box.height() <= thickest;
    boolean standing =
        box.height() >= EDGE_LINE_LENGTH * limits.height() && box.width() <= thickest;
    int near = 1 + limits.longestSide() / 8;
    return (lying && Math.min(box.top(), limits.bottom() - box.bottom()) < near)
        || (standing && Math.min(box.left(), limits.right() - box.right()) < near);
  }

  private List<Blob> withoutSpecks(List<Blob> pieces, Main main) {
    return pieces.stream().filter(blob -> !isSpeck(blob, main)).toList();
  }

  private boolean isSpeck(Blob blob, Main main) {
    double share = blob.mass() / main.mass;
    return share < SPECK
        || (share < SMALL && (blob.box().touchesEdgeOf(limits) || main.isFarFrom(blob)));
  }

  private static double mass(List<Blob> pieces) {
    return pieces.stream().mapToDouble(Blob::mass).sum();
  }
}
