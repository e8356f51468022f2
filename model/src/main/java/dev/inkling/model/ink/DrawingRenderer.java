package dev.inkling.model.ink;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
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
      graphics.setColor(new Color(drawing.paper().rgb()));
      graphics.fillRect(0, 0, drawing.width(), drawing.height());
      drawing.strokes().forEach(stroke -> paint(stroke, graphics));
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /// Paints one stroke, antialiased, onto whatever `graphics` draws on and within its clip.
  public void paint(Stroke stroke, Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    // Without it Java2D shifts thin lines to pixel centres, and a slow hand draws stairs.
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(new Color(stroke.brush().ink().rgb()));
    graphics.fill(outline(stroke));
  }

  private static Shape outline(Stroke stroke) {
    double width = stroke.brush().width();
    Point first = stroke.points().getFirst();
    if (stroke.points().stream().allMatch(first::equals)) {
      return new Ellipse2D.Double(first.x() - width / 2, first.y() - width / 2, width, width);
    }
    var pen = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    return pen.createStrokedShape(centreLine(stroke));
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

  private static int imageType(Drawing drawing) {
    boolean grey =
        drawing.paper().isGrey()
            && drawing.strokes().stream().allMatch(stroke -> stroke.brush().ink().isGrey());
    return grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
  }
}
