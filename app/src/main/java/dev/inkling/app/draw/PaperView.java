package dev.inkling.app.draw;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The canvas as large as it is seen, with one pixel for each of the screen's.
///
/// JavaFX would magnify it as well, but all of it whenever a point of it changes, and it paints an
/// image as a whole: without a graphics card, as on Linux (docs/decisions/0008), that took two
/// frames. Here only what has changed is magnified, and only the tiles that it lies in are painted.
final class PaperView extends Group {
  /// Pixels of the screen; a brush seldom touches more than four tiles at a time.
  private static final int TILE = 256;

  private final BufferedImage canvas;
  private final List<Tile> tiles = new ArrayList<>();

  /// Pixels of the screen.
  private int pixels;

  /// Units of the window.
  private double side;

  /// Shows that square canvas in its own size.
  PaperView(BufferedImage canvas) {
    this.canvas = canvas;
    place(canvas.getWidth(), 1);
  }

  /// Makes it as large as that.
  ///
  /// @param newSide in units of the window
  /// @param density pixels of the screen for each of them
  void place(double newSide, double density) {
    int wanted = Math.max(1, (int) Math.round(newSide * density));
    if (wanted != pixels || newSide != side) {
      pixels = wanted;
      side = newSide;
      layTiles();
    }
  }

  /// How many units of the window a pixel of the canvas measures.
  double scale() {
    return side / canvas.getWidth();
  }

  /// Shows that part of the canvas anew.
  void update(Rectangle part) {
    double larger = magnification();
    // Half a pixel of the canvas is mixed into its neighbours on each side.
    int reach = (int) Math.ceil(larger) + 1;
    int left = (int) Math.floor(part.x * larger) - reach;
    int top = (int) Math.floor(part.y * larger) - reach;
    int right = (int) Math.ceil((part.x + part.width) * larger) + reach;
    int bottom = (int) Math.ceil((part.y + part.height) * larger) + reach;
    var changed = new Rectangle(left, top, right - left, bottom - top);
    tiles.forEach(tile -> tile.update(changed));
  }

  private void layTiles() {
    tiles.clear();
    for (int y = 0; y < pixels; y += TILE) {
      for (int x = 0; x < pixels; x += TILE) {
        tiles.add(
            new Tile(new Rectangle(x, y, Math.min(TILE, pixels - x), Math.min(TILE, pixels - y))));
      }
    }
    getChildren().setAll(tiles.stream().map(tile -> tile.view).toList());
  }

  private double magnification() {
    return (double) pixels / canvas.getWidth();
  }

  private final class Tile {
    private final Rectangle place;
    private final BufferedImage image;
    private final PixelBuffer<IntBuffer> buffer;
    private final ImageView view;

    /// @param place on the paper, in pixels of the screen
    Tile(Rectangle place) {
      this.place = place;
      image = new BufferedImage(place.width, place.height, BufferedImage.TYPE_INT_ARGB_PRE);
      magnify(place);
      buffer =
          new PixelBuffer<>(
              place.width,
              place.height,
              IntBuffer.wrap(((DataBufferInt) image.getRaster().getDataBuffer()).getData()),
              PixelFormat.getIntArgbPreInstance());
      view = new ImageView(new WritableImage(buffer));
      double unit = side / pixels;
      view.setX(place.x * unit);
      view.setY(place.y * unit);
      view.setFitWidth(place.width * unit);
      view.setFitHeight(place.height * unit);
      // A pixel is a pixel: there is nothing between two of them.
      view.setSmooth(false);
    }

    void update(Rectangle changed) {
      Rectangle part = changed.intersection(place);
      if (!part.isEmpty()) {
        magnify(part);
        buffer.updateBuffer(
            pixels -> new Rectangle2D(part.x - place.x, part.y - place.y, part.width, part.height));
      }
    }

    private void magnify(Rectangle part) {
      Graphics2D graphics = image.createGraphics();
      try {
        graphics.translate(-place.x, -place.y);
        graphics.setClip(part);
        graphics.setComposite(AlphaComposite.Src);
        graphics.setRenderingHint(
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(
            canvas, AffineTransform.getScaleInstance(magnification(), magnification()), null);
      } finally {
        graphics.dispose();
      }
    }
  }
}
