package dev.inkling.model.ink;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/// Turns strokes into pixels: on the screen, in the PNG that is sent, in the training set and in
/// the tests it is this one, so that a network is trained on what people will draw.
///
/// It uses Java2D, which needs no display and no JavaFX thread: rendering the kept strokes into a
/// grey picture and encoding it takes an eighth of the time of a canvas snapshot.
public final class DrawingRenderer {

  /// The drawing as a PNG file: grey where its inks are, else RGB; never an alpha channel.
  public byte[] png(Drawing drawing) {
    return PngFile.of(render(drawing));
  }

  /// The drawing as the decoder would read it back from its PNG.
  public Picture picture(Drawing drawing) {
    return Picture.of(render(drawing));
  }

  /// The drawing's pixels.
  public BufferedImage render(Drawing drawing) {
    var image = new BufferedImage(drawing.width(), drawing.height(), imageType(drawing));
    Graphics2D graphics = image.createGraphics();
    try {
      paintGround(drawing, graphics);
      drawing.strokes().forEach(stroke -> paint(stroke, graphics));
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /// Paints what lies below the strokes: the paper, and the picture on it if there is one.
  public void paintGround(Drawing drawing, Graphics2D graphics) {
    graphics.setColor(new Color(drawing.paper().rgb()));
    graphics.fillRect(0, 0, drawing.width(), drawing.height());
    drawing
        .backdrop()
        .ifPresent(picture -> picture.paint(graphics, drawing.width(), drawing.height()));
  }

  /// Paints one stroke, antialiased, onto whatever `graphics` draws on and within its clip.
  public void paint(Stroke stroke, Graphics2D graphics) {
    paint(stroke, outline(stroke), graphics);
  }

  /// Paints what of the stroke lies in that part of the canvas, and perhaps more: a long stroke
  /// costs no more there than what of it passes by.
  public void paint(Stroke stroke, Rectangle part, Graphics2D graphics) {
    graphics.clip(part);
    paint(stroke, outline(stroke, part), graphics);
  }

  private static void paint(Stroke stroke, Shape outline, Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    // Without it Java2D shifts thin lines to pixel centres, and a slow hand draws stairs.
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(colour(stroke.brush()));
    graphics.fill(outline);
  }

  /// Filled once, a translucent outline is even wherever the stroke crosses itself.
  private static Color colour(Brush brush) {
    int alpha = (int) Math.round(brush.opacity() * 255);
    return new Color(alpha << 24 | brush.ink().rgb(), true);
  }

  private static Shape outline(Stroke stroke) {
    return isDot(stroke) ? dot(stroke) : pen(stroke).createStrokedShape(centreLine(stroke));
  }

  private static Shape outline(Stroke stroke, Rectangle part) {
    if (isDot(stroke)) {
      return dot(stroke);
    }
    // Antialiasing reaches one pixel beyond the outline; the second is for rounding.
    double reach = stroke.brush().width() / 2 + 2;
    var near =
        new Rectangle2D.Double(
            part.x - reach, part.y - reach, part.width + 2 * reach, part.height + 2 * reach);
    return pen(stroke).createStrokedShape(centreLine(stroke, near));
  }

  private static boolean isDot(Stroke stroke) {
    return stroke.points().stream().allMatch(stroke.points().getFirst()::equals);
  }

  private static Shape dot(Stroke stroke) {
    double width = stroke.brush().width();
    Point middle = stroke.points().getFirst();
    return new Ellipse2D.Double(middle.x() - width / 2, middle.y() - width / 2, width, width);
  }

  private static BasicStroke pen(Stroke stroke) {
    float width = (float) stroke.brush().width();
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /// A mouse reports points, a hand draws curves: a quadratic spline with the points as controls
  /// and the midpoints between them as knots is smooth, stays inside the points' hull (no
  /// overshoot) and never changes what has been drawn when the next point comes, but for the last
  /// half segment.
  private static Path2D centreLine(Stroke stroke) {
    var points = stroke.points();
    var path = new Path2D.Double();
    path.moveTo(points.getFirst().x(), points.getFirst().y());
    for (int i = 1; i < points.size() - 1; i++) {
      Point control = points.get(i);
      Point knot = control.midpointTo(points.get(i + 1));
      path.quadTo(control.x(), control.y(), knot.x(), knot.y());
    }
    path.lineTo(points.getLast().x(), points.getLast().y());
    return path;
  }

  /// The centre line without the pieces that pass at a distance. It is lifted only at knots, and
  /// the round cap that a lifted pen leaves there lies within what the whole stroke covers: what is
  /// seen near by is the same.
  private static Path2D centreLine(Stroke stroke, Rectangle2D near) {
    var points = stroke.points();
    var path = new Path2D.Double();
    Point knot = points.getFirst();
    boolean lifted = true;
    for (int i = 1; i < points.size(); i++) {
      boolean last = i == points.size() - 1;
      Point control = points.get(i);
      Point next = last ? control : control.midpointTo(points.get(i + 1));
      if (passes(near, knot, control, next)) {
        if (lifted) {
          path.moveTo(knot.x(), knot.y());
        }
        if (last) {
          path.lineTo(next.x(), next.y());
        } else {
          path.quadTo(control.x(), control.y(), next.x(), next.y());
        }
        lifted = false;
      } else {
        lifted = true;
      }
      knot = next;
    }
    return path;
  }

  /// Whether the box around the three, which a quadratic curve never leaves, touches that part.
  private static boolean passes(Rectangle2D part, Point from, Point control, Point to) {
    return Math.max(Math.max(from.x(), control.x()), to.x()) >= part.getMinX()
        && Math.min(Math.min(from.x(), control.x()), to.x()) <= part.getMaxX()
        && Math.max(Math.max(from.y(), control.y()), to.y()) >= part.getMinY()
        && Math.min(Math.min(from.y(), control.y()), to.y()) <= part.getMaxY();
  }

  private static int imageType(Drawing drawing) {
    boolean grey =
        drawing.paper().isGrey()
            && drawing.backdrop().map(Backdrop::isGrey).orElse(true)
            && drawing.strokes().stream().allMatch(stroke -> stroke.brush().ink().isGrey());
    return grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
  }
}
