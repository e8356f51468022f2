package dev.inkling.app.endpoint;

import io.nayuki.qrcodegen.QrCode;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

/// A text as a QR code, each of its squares some pixels wide, dark on white as readers expect it
/// also in a dark window.
final class QrImage {
  /// White around it, in squares; the standard (ISO/IEC 18004) asks for four.
  private static final int QUIET = 4;

  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

  private QrImage() {}

  static Image of(String text, int pixelsOfASquare) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int side = (code.size + 2 * QUIET) * pixelsOfASquare;
    var image = new WritableImage(side, side);
    var pixels = image.getPixelWriter();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = code.getModule(x / pixelsOfASquare - QUIET, y / pixelsOfASquare - QUIET);
        pixels.setArgb(x, y, dark ? BLACK : WHITE);
      }
    }
    return image;
  }
}
