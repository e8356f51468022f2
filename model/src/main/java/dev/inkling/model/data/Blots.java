package dev.inkling.model.data;

import dev.inkling.model.data.Skeleton.Knot;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/// What a pen leaves that only touches the paper, and what a pot of paint does.
final class Blots {
  private Blots() {}

  static Picture picture(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> dots(1, random);
      case 1 -> dots(random.nextInt(2, 13), random);
      case 2 -> Stencil.fill(blob(random), random);
      default -> Stencil.fill(new Ellipse2D.Double(0, 0, 100, random.nextDouble(75, 110)), random);
    };
  }

  private static Picture dots(int count, RandomGenerator random) {
    Sheet sheet = Sheet.random(random);
    int side = Math.min(sheet.width(), sheet.height());
    double width = Math.max(side * random.nextDouble(0.01, 0.08), 1.5);
    var brush = new Brush(width, sheet.ink());
    Drawing drawing = Drawing.blank(sheet.width(), sheet.height(), sheet.paper());
    for (int i = 0; i < count; i++) {
      var at =
          new Point(
              random.nextDouble(width, sheet.width() - width),
              random.nextDouble(width, sheet.height() - width));
      drawing = drawing.plus(Stroke.begin(brush, at));
    }
    return new DrawingRenderer().picture(drawing);
  }

  /// A smooth, closed, lumpy outline.
  private static Path2D blob(RandomGenerator random) {
    var knots = new ArrayList<Knot>();
    int lumps = random.nextInt(6, 12);
    for (int i = 0; i < lumps; i++) {
      double radius = random.nextDouble(25, 50);
      double angle = 2 * Math.PI * i / lumps;
      knots.add(new Knot(new Point(radius * Math.cos(angle), radius * Math.sin(angle)), false));
    }
    knots.add(knots.getFirst());
    var outline = new Path2D.Double();
    var points = Curve.through(knots);
    outline.moveTo(points.getFirst().x(), points.getFirst().y());
    points.forEach(point -> outline.lineTo(point.x(), point.y()));
    return outline;
  }
}
