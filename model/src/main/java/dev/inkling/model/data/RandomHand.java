package dev.inkling.model.data;

import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Point;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes given pen lines as somebody at a paint program might: on any canvas, with any brush, at
/// any place, more or less upright and with a hand that trembles. The same lines and the same
/// random numbers give the same drawing.
///
/// The ranges are wider than what most people do, since a network that has seen too much only
/// wastes some capacity, and one that has seen too little errs.
public final class RandomHand {
  /// From the finest to the broadest brush, as shares of the writing's longer side. A person's
  /// usual one lies about the middle of the two in proportion: two draws are averaged.
  private static final double FINEST = 0.02;

  private static final double BROADEST = 0.18;

  /// The share of a round brush of one width, which nearly all people use.
  private static final double PLAIN = 0.7;

  /// Other nibs are broader: what is thin and thick of a fine one can't be told apart.
  private static final double FINEST_NIB = 0.05;

  private static final double BROADEST_NIB = 0.24;

  /// Tangents of the slant and degrees of the rotation that no hand goes beyond.
  private static final double MOST_SLANT = 0.35;

  private static final double MOST_TURN = 12;

  private static final double GAPS = 0.06;
  private static final double OVERSHOOTS = 0.08;

  /// The lines, written once.
  ///
  /// @param lines in any units, y downward; each has at least one point
  public Drawing draw(List<List<Point>> lines, RandomGenerator random) {
    return draw(lines, Sheet.random(random), random);
  }

  private static Drawing draw(List<List<Point>> lines, Sheet sheet, RandomGenerator random) {
    var written = lines;
    if (random.nextDouble() < GAPS) {
      written = Slip.gap(written, random);
    }
    if (random.nextDouble() < OVERSHOOTS) {
      written = Slip.overshoot(written, random);
    }
    written = transformed(Slip.tremble(written, random), posture(random));
    Rectangle2D bounds = bounds(written);
    boolean plain = random.nextDouble() < PLAIN;
    double brush =
        plain
            ? Math.sqrt(
                Sheet.logUniform(FINEST, BROADEST, random)
                    * Sheet.logUniform(FINEST, BROADEST, random))
            : Sheet.logUniform(FINEST_NIB, BROADEST_NIB, random);
    AffineTransform placed = sheet.place(bounds, brush, random);
    double longer = Math.max(bounds.getWidth(), bounds.getHeight()) * placed.getScaleX();
    var pen = new Brush(Math.max(brush * longer, 1), sheet.ink());
    return new Drawing(
        sheet.width(),
        sheet.height(),
        sheet.paper(),
        (plain ? Nib.round() : otherNib(sheet, random))
            .strokes(transformed(written, placed), pen, random));
  }

  /// One that makes thick and thin, or dots, or outlines.
  private static Nib otherNib(Sheet sheet, RandomGenerator random) {
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> Nib.pressed(Sheet.logUniform(0.05, 0.6, random));
      case 4, 5, 6, 7 -> Nib.pointed(Sheet.logUniform(0.04, 0.6, random));
      case 8, 9 -> Nib.tapering(random.nextDouble(0.1, 0.5));
      case 10, 11 -> Nib.flat(Sheet.logUniform(0.03, 0.5, random), random.nextDouble(180));
      case 12, 13 -> Nib.sprayed(Sheet.logUniform(0.06, 1, random));
      case 14 -> Nib.outlined(random.nextDouble(0.06, 0.2), sheet.paper());
      default -> Nib.twoInks(sheet.otherInk(random), random.nextDouble(0.2, 0.8));
    };
  }

  /// How the writer sits at the table: usually nearly straight, so two draws are added.
  private static AffineTransform posture(RandomGenerator random) {
    var posture = new AffineTransform();
    posture.rotate(Math.toRadians(MOST_TURN * usuallySmall(random)));
    posture.shear(-MOST_SLANT * usuallySmall(random), 0);
    posture.scale(Math.sqrt(Sheet.logUniform(0.75, 1.3, random)), 1);
    posture.scale(Math.sqrt(Sheet.logUniform(0.75, 1.3, random)), 1);
    return posture;
  }

  /// -1 to 1, 0 most often.
  private static double usuallySmall(RandomGenerator random) {
    return random.nextDouble() + random.nextDouble() - 1;
  }

  private static List<List<Point>> transformed(List<List<Point>> lines, AffineTransform by) {
    return lines.stream()
        .map(line -> line.stream().map(point -> transformed(point, by)).toList())
        .toList();
  }

  private static Point transformed(Point point, AffineTransform by) {
    double x = by.getScaleX() * point.x() + by.getShearX() * point.y() + by.getTranslateX();
    double y = by.getShearY() * point.x() + by.getScaleY() * point.y() + by.getTranslateY();
    return new Point(x, y);
  }

  /// The smallest upright rectangle around the lines; never empty, so that a dot has a size.
  static Rectangle2D bounds(List<List<Point>> lines) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (List<Point> line : lines) {
      for (Point point : line) {
        left = Math.min(left, point.x());
        top = Math.min(top, point.y());
        right = Math.max(right, point.x());
        bottom = Math.max(bottom, point.y());
      }
    }
    return new Rectangle2D.Double(
        left, top, Math.max(right - left, 1e-3), Math.max(bottom - top, 1e-3));
  }
}
