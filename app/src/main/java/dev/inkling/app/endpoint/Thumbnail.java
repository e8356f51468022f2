package dev.inkling.app.endpoint;

import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.ink.ColourPicture;
import dev.inkling.model.ink.PictureDecoder;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A small copy of a picture that somebody sent.
final class Thumbnail {
  /// How large it is shown.
  static final int SIDE = 40;

  /// Its pixels, for screens with two of them where others have one.
  private static final int PIXELS = 2 * SIDE;

  private static final int OPAQUE = 0xFF << 24;

  private Thumbnail() {}

  /// By the decoder that the server reads it with, for its limits: whoever sends it is a stranger.
  static Optional<Image> of(byte[] upload) {
    try {
      return Optional.of(
          image(new PictureDecoder().decodeInColour(upload).fittedTo(PIXELS, PIXELS)));
    } catch (UnreadablePicture unreadable) {
      return Optional.empty();
    }
  }

  private static Image image(ColourPicture picture) {
    var image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            Arrays.stream(picture.rgb()).map(colour -> colour | OPAQUE).toArray(),
            0,
            picture.width());
    return image;
  }
}
