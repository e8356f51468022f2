package dev.inkling.model.training;

import dev.inkling.model.data.RandomHand;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/// A hand that writes its twos like a crossed Z. The shipped model takes more than half of them for
/// sevens.
public final class CrossedTwo {
  private static final List<List<Point>> LINES =
      List.of(line(10, 0, 90, 0, 10, 100, 90, 100), line(25, 50, 75, 50));

  private CrossedTwo() {}

  /// So many of them, never two alike.
  public static List<Picture> pictures(int count, long seed) {
    var random = new Random(seed);
    var hand = new RandomHand();
    var renderer = new DrawingRenderer();
    return Stream.generate(() -> renderer.picture(hand.draw(LINES, random))).limit(count).toList();
  }

  /// Where the pen goes on a canvas of that side, the same each time.
  public static List<List<Point>> lines(int side) {
    return LINES.stream()
        .map(
            line ->
                line.stream()
                    .map(
                        point ->
                            new Point(
                                side * (0.25 + point.x() / 200), side * (0.2 + point.y() / 170)))
                    .toList())
        .toList();
  }

  static List<TaughtDrawing> drawings(int count, String person) {
    return pictures(count, 1).stream()
        .map(picture -> new TaughtDrawing(picture, OptionalInt.of(2), person))
        .toList();
  }

  /// Points every few units: a hand trembles between corners too.
  private static List<Point> line(double... corners) {
    var points = new ArrayList<Point>();
    for (int i = 0; i + 3 < corners.length; i += 2) {
      for (int step = 0; step < 6; step++) {
        double way = step / 6.0;
        points.add(
            new Point(
                corners[i] + way * (corners[i + 2] - corners[i]),
                corners[i + 1] + way * (corners[i + 3] - corners[i + 1])));
      }
    }
    points.add(new Point(corners[corners.length - 2], corners[corners.length - 1]));
    return points;
  }
}
