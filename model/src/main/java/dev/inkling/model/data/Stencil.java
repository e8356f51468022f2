package dev.inkling.model.data;

import dev.inkling.model.ink.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// Fills outlines, as print and paint programs do, where [RandomHand] draws lines.
final class Stencil {
  private static final double MOST_TURN = 8;

  private Stencil() {}

  /// What is done inside a filled outline.
  interface Decoration {
    /// Paints on what has been filled.
    ///
    /// @param graphics clipped to the outline
    /// @param outline on the sheet, in pixels
    void paint(Graphics2D graphics, Shape outline, Sheet sheet);
  }

  /// The outline in flat ink, somewhere on a sheet.
  static Picture fill(Shape outline, RandomGenerator random) {
    return fill(outline, (graphics, placed, sheet) -> {}, random);
  }

  static Picture fill(Shape outline, Decoration decoration, RandomGenerator random) {
    Sheet sheet = Sheet.random(random);
    double turn = MOST_TURN * (random.nextDouble() + random.nextDouble() - 1);
    Shape turned =
        AffineTransform.getRotateInstance(Math.toRadians(turn)).createTransformedShape(outline);
    Shape placed = sheet.place(bounds(turned), 0, random).createTransformedShape(turned);
    var image = new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(new Color(sheet.paper().rgb()));
      graphics.fillRect(0, 0, sheet.width(), sheet.height());
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setColor(new Color(sheet.ink().rgb()));
      graphics.fill(placed);
      graphics.clip(placed);
      decoration.paint(graphics, placed, sheet);
    } finally {
      graphics.dispose();
    }
    return Picture.of(image);
  }

  private static Rectangle2D bounds(Shape shape) {
    Rectangle2D bounds = shape.getBounds2D();
    if (bounds.isEmpty()) {
      throw new IllegalArgumentException("Nothing can be filled");
    }
    return bounds;
  }
}
