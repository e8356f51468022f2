package dev.inkling.model.ink;

import java.util.ArrayList;
import java.util.List;

/// A hand that draws the same digit every time: what the tests of all modules draw with.
public final class ScriptedHand {
  /// Pen lines of each digit as x,y pairs in a field of 100 x 100, a line a pen-down.
  private static final List<List<double[]>> LINES =
      List.of(
          List.of(
              new double[] {
                50, 12, 32, 18, 24, 50, 32, 82, 50, 88, 68, 82, 76, 50, 68, 18, 50, 12
              }),
          List.of(new double[] {52, 10, 50, 40, 50, 90}),
          List.of(
              new double[] {
                28, 30, 34, 16, 54, 10, 70, 22, 66, 42, 46, 64, 26, 86, 50, 86, 76, 86
              }),
          List.of(
              new double[] {
                28, 18, 50, 10, 70, 20, 66, 38, 48, 48, 68, 56, 74, 74, 58, 88, 38, 88, 26, 78
              }),
          List.of(
              new double[] {34, 10, 28, 34, 26, 56, 50, 56, 76, 54},
              new double[] {64, 12, 62, 50, 60, 90}),
          List.of(
              new double[] {34, 12, 32, 30, 30, 46, 50, 42, 70, 52, 72, 72, 58, 88, 38, 88, 26, 80},
              new double[] {34, 12, 52, 12, 72, 12}),
          List.of(
              new double[] {
                62, 10, 44, 24, 32, 48, 30, 72, 44, 88, 62, 84, 70, 68, 60, 54, 44, 56, 33, 68
              }),
          List.of(new double[] {24, 14, 48, 14, 74, 14, 62, 40, 50, 64, 42, 90}),
          List.of(
              new double[] {
                66, 22, 50, 12, 34, 22, 40, 40, 60, 56, 68, 74, 50, 88, 34, 76, 40, 56, 60, 40, 66,
                22
              }),
          List.of(
              new double[] {
                68, 26, 52, 12, 34, 24, 34, 42, 50, 50, 66, 38, 68, 24, 66, 56, 60, 90
              }));

  private ScriptedHand() {}

  /// The digit, black on white with a usual brush, on a canvas of the window's size.
  public static Drawing draw(int digit) {
    return draw(digit, 560, new Brush(36, Ink.BLACK));
  }

  /// The digit on a square canvas.
  public static Drawing draw(int digit, int side, Brush brush) {
    Drawing drawing = Drawing.blank(side, side, Ink.WHITE);
    for (List<Point> line : lines(digit, side)) {
      drawing = drawing.plus(new Stroke(brush, line));
    }
    return drawing;
  }

  /// Where the pen goes, a list for each time that it touches the paper, in pixels of a square
  /// canvas.
  public static List<List<Point>> lines(int digit, int side) {
    var lines = new ArrayList<List<Point>>();
    for (double[] numbers : LINES.get(digit)) {
      var points = new ArrayList<Point>();
      for (int i = 0; i < numbers.length; i += 2) {
        points.add(new Point(numbers[i] * side / 100, numbers[i + 1] * side / 100));
      }
      lines.add(points);
    }
    return lines;
  }
}
