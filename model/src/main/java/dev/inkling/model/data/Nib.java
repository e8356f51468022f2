package dev.inkling.model.data;

import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What is drawn with that is no round brush of one width: pens that feel the hand's pressure, flat
/// nibs, airbrushes. Each follows the same lines as a round brush would, in the strokes of one.
public interface Nib {
  /// The lines, drawn.
  ///
  /// @param lines in canvas pixels
  /// @param brush its width is the nib's where it is widest
  List<Stroke> strokes(List<List<Point>> lines, Brush brush, RandomGenerator random);

  /// The whole line with the brush itself.
  static Nib round() {
    return (lines, brush, random) -> lines.stream().map(line -> new Stroke(brush, line)).toList();
  }

  /// Pressed harder and less hard in waves along the way.
  ///
  /// @param least the thinnest width, as a share of the widest
  static Nib pressed(double least) {
    return (lines, brush, random) -> {
      double size = size(lines);
      double waves = random.nextDouble(1, 3);
      double phase = random.nextDouble();
      return PenWay.strokes(
          lines,
          brush,
          (line, i) -> {
            double way = line.way(i) / size;
            return least
                + (1 - least) * (0.5 + 0.5 * Math.sin(2 * Math.PI * (waves * way + phase)));
          });
    };
  }

  /// Wide on the way down and thin on all others, as a pointed pen writes.
  ///
  /// @param least the thinnest width, as a share of the widest
  static Nib pointed(double least) {
    return (lines, brush, random) ->
        PenWay.strokes(
            lines,
            brush,
            (line, i) -> {
              double down = Math.max(line.down(i), 0);
              return least + (1 - least) * down * down;
            });
  }

  /// Beginning and ending in a point, as a brush writes.
  ///
  /// @param share of the line that each of them takes
  static Nib tapering(double share) {
    return (lines, brush, random) ->
        PenWay.strokes(
            lines,
            brush,
            (line, i) -> {
              double fromEnd = Math.min(line.way(i), line.length() - line.way(i));
              return Math.min(1, fromEnd / Math.max(share * line.length(), 1e-9));
            });
  }

  /// A flat nib, as of MS Paint's calligraphy brush: wide across, thin along its edge.
  ///
  /// @param thickness as a share of its width
  /// @param degrees of its edge, from lying, clockwise
  static Nib flat(double thickness, double degrees) {
    return (lines, brush, random) -> {
      double thin = Math.max(thickness * brush.width(), 1);
      double reach = (brush.width() - thin) / 2;
      int passes = 1 + (int) Math.ceil(2 * reach / (0.7 * thin));
      double dx = Math.cos(Math.toRadians(degrees));
      double dy = Math.sin(Math.toRadians(degrees));
      var strokes = new ArrayList<Stroke>();
      for (List<Point> line : lines) {
        for (int pass = 0; pass < passes; pass++) {
          double off = passes == 1 ? 0 : reach * (2.0 * pass / (passes - 1) - 1);
          strokes.add(
              new Stroke(
                  PenWay.withWidth(brush, thin),
                  line.stream()
                      .map(point -> new Point(point.x() + off * dx, point.y() + off * dy))
                      .toList()));
        }
      }
      return strokes;
    };
  }

  /// An airbrush: round dots, anywhere below it.
  ///
  /// @param covered the share of the paper below that squares around them would cover if none lay
  ///     on another
  static Nib sprayed(double covered) {
    return (lines, brush, random) -> {
      double dot = Math.max(brush.width() / 30, 1);
      Brush fine = PenWay.withWidth(brush, dot);
      var strokes = new ArrayList<Stroke>();
      for (List<Point> points : lines) {
        var line = PenWay.along(points);
        int dots =
            1 + (int) (covered * brush.width() * (line.length() + brush.width()) / (dot * dot));
        for (int i = 0; i < dots; i++) {
          Point middle = line.points().get(random.nextInt(line.points().size()));
          double angle = random.nextDouble(2 * Math.PI);
          double away = Math.sqrt(random.nextDouble()) * brush.width() / 2;
          strokes.add(
              Stroke.begin(
                  fine,
                  new Point(
                      middle.x() + away * Math.cos(angle), middle.y() + away * Math.sin(angle))));
        }
      }
      return strokes;
    };
  }

  /// The outline of what the brush would cover, as children draw fat digits.
  ///
  /// @param thickness of its line, as a share of the brush's width
  /// @param paper what lies inside
  static Nib outlined(double thickness, Ink paper) {
    return (lines, brush, random) -> {
      var strokes = new ArrayList<>(round().strokes(lines, brush, random));
      double inside = Math.max(brush.width() - 2 * Math.max(thickness * brush.width(), 1), 0.5);
      strokes.addAll(round().strokes(lines, new Brush(inside, paper), random));
      return strokes;
    };
  }

  /// Two pens, one after the other: the second takes over somewhere on the way.
  ///
  /// @param second ink
  /// @param from the share of the way that the first pen draws
  static Nib twoInks(Ink second, double from) {
    return (lines, brush, random) -> {
      var other = new Brush(brush.width(), second);
      var along = lines.stream().map(PenWay::along).toList();
      double left = from * along.stream().mapToDouble(PenWay::length).sum();
      var strokes = new ArrayList<Stroke>();
      for (PenWay line : along) {
        int last = line.points().size() - 1;
        int change = 0;
        while (change < last && line.way(change) < left) {
          change++;
        }
        left -= line.length();
        if (change > 0) {
          strokes.add(new Stroke(brush, line.points().subList(0, change + 1)));
        }
        if (change < last || last == 0) {
          strokes.add(new Stroke(other, line.points().subList(change, last + 1)));
        }
      }
      return strokes;
    };
  }

  private static double size(List<List<Point>> lines) {
    var bounds = RandomHand.bounds(lines);
    return Math.max(bounds.getWidth(), bounds.getHeight());
  }
}
