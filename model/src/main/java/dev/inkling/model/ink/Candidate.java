package dev.inkling.model.ink;

/// Neighbouring pieces of a line of digits that together may be one digit.
public final class Candidate {
  private final int from;
  private final int to;
  private final Box box;
  private final Segment segment;
  private final double oddness;
  private final boolean touching;
  private final Raster ink;
  private final boolean clean;

  /// A candidate among its neighbours.
  ///
  /// @param glyph its own ink is 1, its neighbours' 0, paper between the two
  /// @param window what the glyph shows, in the picture's pixels; it may reach beyond the picture
  public record Segment(Glyph glyph, Box window) {}

  /// @param ink cut to its box
  /// @param clean whether all of that was drawn
  Candidate(
      int from,
      int to,
      Raster ink,
      boolean clean,
      Box box,
      Segment segment,
      boolean touching,
      double oddness) {
    this.from = from;
    this.to = to;
    this.ink = ink;
    this.clean = clean;
    this.box = box;
    this.segment = segment;
    this.touching = touching;
    this.oddness = oddness;
  }

  /// The first of the line's cuts around it, counted from 0.
  public int from() {
    return from;
  }

  /// The cut at which it ends.
  public int to() {
    return to;
  }

  /// Around it, in the picture's pixels.
  public Box box() {
    return box;
  }

  public Segment segment() {
    return segment;
  }

  /// Whether a cut around it goes through ink: then some of its own may be a neighbour's, or some
  /// of it be missing.
  public boolean isTouching() {
    return touching;
  }

  /// What speaks against it before it is read, as a negative log probability: its shape beside the
  /// others', gaps in it, and how much ink the cut before it goes through.
  public double oddness() {
    return oddness;
  }

  /// What a network is to see of it, alone and framed as any digit. Framed anew each time: most
  /// candidates are never asked for it. Beside a cut, what looks like a hairline may be a
  /// neighbour's.
  public Glyph glyph() {
    return Framing.of(PenWidth.usual(ink, clean && !touching).ink()).glyph();
  }
}
