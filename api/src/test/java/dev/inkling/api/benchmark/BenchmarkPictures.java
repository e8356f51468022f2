package dev.inkling.api.benchmark;

import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.TestPictures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// What the benchmarks read: the same 3, drawn anew each time, in the forms that it is sent in.
final class BenchmarkPictures {
  private static final int DIGIT = 3;

  /// The size of the drawings that the original experiments were made with.
  private static final int WIDTH = 584;

  private static final int HEIGHT = 436;

  private BenchmarkPictures() {}

  /// A paint program's: RGBA, with a marker that darkens where it crosses itself.
  static byte[] rgbaPng() {
    return TestPictures.encode(marker(BufferedImage.TYPE_4BYTE_ABGR), "png");
  }

  /// The window's own: grey, 560 x 560.
  static byte[] greyPng() {
    return new DrawingRenderer().png(ScriptedHand.draw(DIGIT));
  }

  /// The paint program's drawing as a JPEG.
  static byte[] jpeg() {
    return TestPictures.encode(marker(BufferedImage.TYPE_INT_RGB), "jpg");
  }

  static Picture decoded(byte[] file) {
    return new PictureDecoder().decode(file);
  }

  private static BufferedImage marker(int imageType) {
    var image = new BufferedImage(WIDTH, HEIGHT, imageType);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(new Color(0, 0, 0, 192));
    graphics.setStroke(new BasicStroke(34, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
    for (List<Point> line : ScriptedHand.lines(DIGIT, HEIGHT)) {
      for (int i = 1; i < line.size(); i++) {
        Point from = line.get(i - 1);
        Point to = line.get(i);
        graphics.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
      }
    }
    graphics.dispose();
    return image;
  }
}
