package dev.inkling.model.evaluation;

import dev.inkling.model.data.Nib;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// A digit whose pen lines are known, so that any pen can draw it.
///
/// @param lines a list of points for each time that the pen touches the paper, in any unit, y
///     downwards
public record CleanLines(List<List<Point>> lines) implements CleanDigit {
  /// The window's canvas.
  static final int CANVAS = 560;

  /// The window's usual brush, for a digit as large as most are drawn there.
  private static final double USUAL = 36;

  @Override
  public Picture at(Pose pose) {
    return drawn(pose, USUAL * pose.size() / Pose.USUAL.size());
  }

  /// With a round brush.
  ///
  /// @param width in pixels
  Picture drawn(Pose pose, double width) {
    var brush = new Brush(width, Ink.BLACK);
    return picture(placed(pose, width).stream().map(line -> new Stroke(brush, line)).toList());
  }

  /// With another nib, as large and as wide as most people draw with a brush.
  Picture drawn(Nib nib, RandomGenerator random) {
    return picture(nib.strokes(placed(Pose.USUAL, USUAL), new Brush(USUAL, Ink.BLACK), random));
  }

  private static Picture picture(List<Stroke> strokes) {
    return new DrawingRenderer().picture(new Drawing(CANVAS, CANVAS, Ink.WHITE, strokes));
  }

  /// With a square translucent marker, as in MS Paint: where it comes back to what it has marked,
  /// it marks it again.
  ///
  /// @param width in pixels
  /// @param opacity the share of the light that one pass takes
  Picture marked(Pose pose, double width, double opacity) {
    var light = new float[CANVAS * CANVAS];
    Arrays.fill(light, 1);
    for (List<Point> line : placed(pose, width)) {
      mark(line, (int) (width / 2), (float) (1 - opacity), light);
    }
    return new Picture(CANVAS, CANVAS, light);
  }

  private static void mark(List<Point> line, int reach, float remaining, float[] light) {
    // How far the pen had come when it was last at each pixel; never so far that a pass counts
    // twice.
    var last = new double[light.length];
    Arrays.fill(last, Double.NEGATIVE_INFINITY);
    double way = 0;
    for (int i = 1; i < line.size(); i++) {
      Point from = line.get(i - 1);
      Point to = line.get(i);
      double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
      for (double step = 0; step < length; step++, way++) {
        int x = (int) (from.x() + (to.x() - from.x()) * step / length);
        int y = (int) (from.y() + (to.y() - from.y()) * step / length);
        for (int v = Math.max(y - reach, 0); v < Math.min(y + reach, CANVAS); v++) {
          for (int u = Math.max(x - reach, 0); u < Math.min(x + reach, CANVAS); u++) {
            int at = v * CANVAS + u;
            if (way - last[at] > 3 * reach) {
              light[at] *= remaining;
            }
            last[at] = way;
          }
        }
      }
    }
  }

  /// The pen lines in canvas pixels, for the outer edge of the pen's line to be as large as asked.
  private List<List<Point>> placed(Pose pose, double width) {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (List<Point> line : lines) {
      for (Point point : line) {
        left = Math.min(left, point.x());
        right = Math.max(right, point.x());
        top = Math.min(top, point.y());
        bottom = Math.max(bottom, point.y());
      }
    }
    double longest = Math.max(Math.max(right - left, bottom - top), 1e-9);
    double scale = Math.max(pose.size() * CANVAS - width, 1) / longest;
    double cosine = Math.cos(Math.toRadians(pose.degrees())) * scale;
    double sine = Math.sin(Math.toRadians(pose.degrees())) * scale;
    double middleX = (left + right) / 2;
    double middleY = (top + bottom) / 2;
    return lines.stream()
        .map(
            line ->
                line.stream()
                    .map(
                        point -> {
                          double dx = point.x() - middleX;
                          double dy = point.y() - middleY;
                          return new Point(
                              pose.x() * CANVAS + cosine * dx - sine * dy,
                              pose.y() * CANVAS + sine * dx + cosine * dy);
                        })
                    .toList())
        .toList();
  }
}
