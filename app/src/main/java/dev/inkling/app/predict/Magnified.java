package dev.inkling.app.predict;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Turns each pixel of a picture into a square. JavaFX smooths what it enlarges, and without a
/// graphics card (see decision 8) it does so even where it is told not to.
final class Magnified {
  private Magnified() {}

  /// @param times how long the side of each square is in pixels
  static Image of(Image small, int times) {
    int smallWidth = (int) small.getWidth();
    int smallHeight = (int) small.getHeight();
    var read = new int[smallWidth * smallHeight];
    small
        .getPixelReader()
        .getPixels(
            0, 0, smallWidth, smallHeight, PixelFormat.getIntArgbInstance(), read, 0, smallWidth);
    int width = smallWidth * times;
    int height = smallHeight * times;
    var written = new int[width * height];
    for (int i = 0; i < written.length; i++) {
      written[i] = read[i / width / times * smallWidth + i % width / times];
    }
    var image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), written, 0, width);
    return image;
  }
}
