package dev.inkling.model.ink;

import java.util.List;

/// Numbers by the scripted hand: its digits side by side, each on a square of the same size, which
/// is 0.3 sides wider than the digit.
public final class ScriptedNumber {
  private ScriptedNumber() {}

  /// Lines are parted by a line feed.
  ///
  /// @param side of each digit's square, in pixels
  public static Drawing draw(String number, int side) {
    return draw(number, side, side);
  }

  /// Its digits nearer to each other than that.
  ///
  /// @param pitch from the left edge of a digit's square to the next one's
  public static Drawing draw(String number, int side, int pitch) {
    List<String> lines = number.lines().toList();
    int longest = lines.stream().mapToInt(String::length).max().orElseThrow();
    Drawing drawing = Drawing.blank((longest - 1) * pitch + side, lines.size() * side, Ink.WHITE);
    for (int row = 0; row < lines.size(); row++) {
      for (int i = 0; i < lines.get(row).length(); i++) {
        drawing = with(drawing, lines.get(row).charAt(i) - '0', i * pitch, row * side, side);
      }
    }
    return drawing;
  }

  private static Drawing with(Drawing drawing, int digit, int left, int top, int side) {
    Drawing more = drawing;
    for (List<Point> line : ScriptedHand.lines(digit, side)) {
      more =
          more.plus(
              new Stroke(
                  new Brush(side / 12.0, Ink.BLACK),
                  line.stream().map(at -> new Point(at.x() + left, at.y() + top)).toList()));
    }
    return more;
  }
}
