package dev.inkling.model.ink;

import java.util.List;
import java.util.Optional;

/// What a [Preprocessing] found in a picture and chose on the way to the glyph, in the
/// picture's own pixels, so that people can be shown it.
///
/// @param preprocessing its name
/// @param width the picture's
/// @param height the picture's
/// @param crop the part of the picture that the glyph was made of
/// @param inkIsDarker than the paper
/// @param removed what was taken off, in the order of [Removal]
/// @param pen if it was looked at
/// @param placement of the picture in the glyph
public record Steps(
    String preprocessing,
    int width,
    int height,
    Crop crop,
    boolean inkIsDarker,
    List<Removal> removed,
    Optional<Pen> pen,
    Placement placement) {
  public Steps {
    removed = List.copyOf(removed);
  }

  /// What is on a picture and was not written by the pen.
  public enum Removal {
    /// What surrounds the sheet: a form's line, a scanner's edge, the desk.
    FRAME,
    /// The lines of ruled or squared paper.
    RULINGS,
    /// A box around the digit, or a line along the edge.
    LINES,
    /// Pieces too small to be a digit's.
    SPECKS
  }

  /// A part of the picture, in its pixels.
  public record Crop(int left, int top, int width, int height) {}

  /// The pen's width in the picture's pixels.
  ///
  /// @param found as it was drawn with
  /// @param redrawn as it was drawn over with; the same if it was left alone
  public record Pen(double found, double redrawn) {}

  /// There was nothing to do: the picture is a glyph.
  public static Steps none() {
    return new Steps(
        "none",
        Glyph.SIDE,
        Glyph.SIDE,
        new Crop(0, 0, Glyph.SIDE, Glyph.SIDE),
        false,
        List.of(),
        Optional.empty(),
        Placement.SAME);
  }
}
