package dev.inkling.model.data;

import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.random.RandomGenerator;

/// Signs and things, drawn or filled.
final class Silhouettes {
  private static final List<Skeleton> SHAPES = Skeleton.all("shapes.txt");
  private static final List<Skeleton> CLOTHES = Skeleton.all("silhouettes.txt");

  /// How far a point is missed, in hundredths of the field.
  private static final double SPREAD = 2;

  private Silhouettes() {}

  /// A shape as lines, or filled where its outline is closed.
  static Picture shape(RandomGenerator random) {
    Skeleton shape = SHAPES.get(random.nextInt(SHAPES.size()));
    List<List<Point>> lines = shape.lines(SPREAD, random);
    return shape.isClosed() && random.nextDouble() < 0.4
        ? Stencil.fill(path(lines.getFirst()), random)
        : new DrawingRenderer().picture(new RandomHand().draw(lines, random));
  }

  /// A filled thing with shades and folds, as photographs of clothes have them when small and grey.
  static Picture clothes(RandomGenerator random) {
    List<List<Point>> lines = CLOTHES.get(random.nextInt(CLOTHES.size())).lines(SPREAD, random);
    var outline = new Area(path(lines.getFirst()));
    var seam = new BasicStroke((float) random.nextDouble(2, 6));
    for (List<Point> line : lines.subList(1, lines.size())) {
      // Outside the outline it is a strap, inside a cut.
      outline.exclusiveOr(new Area(seam.createStrokedShape(path(line))));
    }
    return Stencil.fill(
        outline, (graphics, placed, sheet) -> shade(graphics, placed, sheet, random), random);
  }

  private static void shade(
      Graphics2D graphics, Shape placed, Sheet sheet, RandomGenerator random) {
    Rectangle2D bounds = placed.getBounds2D();
    float x = (float) bounds.getX();
    float y = (float) bounds.getY();
    graphics.setPaint(
        new GradientPaint(
            x,
            y,
            veil(sheet, random),
            x + (float) bounds.getWidth(),
            y + (float) bounds.getHeight(),
            veil(sheet, random)));
    graphics.fill(placed);
    if (random.nextDouble() < 0.5) {
      stripe(graphics, bounds, veil(sheet, random), random);
    }
  }

  private static void stripe(
      Graphics2D graphics, Rectangle2D bounds, Color shade, RandomGenerator random) {
    graphics.setColor(shade);
    boolean upright = random.nextBoolean();
    int stripes = random.nextInt(2, 9);
    double side = upright ? bounds.getWidth() : bounds.getHeight();
    for (int i = 0; i < stripes; i++) {
      double at = side * (i + random.nextDouble(0.2, 0.4)) / stripes;
      double thick = side * random.nextDouble(0.1, 0.4) / stripes;
      graphics.fill(
          upright
              ? new Rectangle2D.Double(bounds.getX() + at, bounds.getY(), thick, bounds.getHeight())
              : new Rectangle2D.Double(
                  bounds.getX(), bounds.getY() + at, bounds.getWidth(), thick));
    }
  }

  /// The paper's colour, thin enough for the ink to show through.
  private static Color veil(Sheet sheet, RandomGenerator random) {
    int rgb = sheet.paper().rgb();
    return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, random.nextInt(150));
  }

  private static Path2D path(List<Point> points) {
    var path = new Path2D.Double();
    path.moveTo(points.getFirst().x(), points.getFirst().y());
    points.forEach(point -> path.lineTo(point.x(), point.y()));
    return path;
  }
}
