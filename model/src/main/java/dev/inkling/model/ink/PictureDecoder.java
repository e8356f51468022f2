package dev.inkling.model.ink;

import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.UnreadablePicture.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/// Uploaded bytes to luminance: PNG, JPEG and BMP of any colour type and depth, transparency laid
/// over white paper, or over black if nothing shows on white, turned the way its camera was held.
///
/// Size is read from the header and refused before a pixel is decoded, since a file of 100 KB can
/// ask for gigabytes. Nothing touches the disk.
public final class PictureDecoder {
  /// 16 megapixels: more than a phone's usual photo, and still under a second to decode.
  public static final int MOST_PIXELS = 16 << 20;

  /// In pixels; keeps strips of absurd length out.
  public static final int LONGEST_SIDE = 10_000;

  /// Less than half a step of an 8-bit picture: white ink on nothing, laid over white.
  private static final float LEAST_CONTRAST = 0.5f / 255;

  /// Decodes a whole file.
  ///
  /// @throws UnreadablePicture if the bytes are no picture, are damaged, or ask for too many
  ///     pixels
  public Picture decode(byte[] upload) {
    PictureFormat format = format(upload);
    Picture picture = plain(format, upload).orElseGet(() -> visible(pixels(format, upload)));
    return Orientation.of(format, upload).turn(picture);
  }

  /// Decodes a whole file in its colours: what it takes and what it refuses is the same.
  ///
  /// @throws UnreadablePicture if the bytes are no picture, are damaged, or ask for too many
  ///     pixels
  public ColourPicture decodeInColour(byte[] upload) {
    PictureFormat format = format(upload);
    ColourPicture picture = ColourPicture.of(pixels(format, upload));
    return Orientation.of(format, upload).turn(picture);
  }

  /// The colours of pixels that another program has decoded.
  ///
  /// @throws UnreadablePicture if they are too many
  public ColourPicture inColour(BufferedImage decoded) {
    checkSize(decoded.getWidth(), decoded.getHeight());
    return ColourPicture.of(decoded);
  }

  private static PictureFormat format(byte[] upload) {
    if (upload.length == 0) {
      throw new UnreadablePicture(
          Reason.EMPTY, "The picture is empty (0 bytes): send a PNG, JPEG or BMP file.");
    }
    PictureFormat format =
        PictureFormat.of(upload)
            .orElseThrow(
                () ->
                    new UnreadablePicture(
                        Reason.UNKNOWN_FORMAT,
                        "This is no picture that Inkling can read: send a PNG, JPEG or BMP file."));
    if (format.isCutShort(upload)) {
      throw damaged(format, null);
    }
    return format;
  }

  /// The quick way, for what nearly everybody sends.
  private static Optional<Picture> plain(PictureFormat format, byte[] upload) {
    if (format != PictureFormat.PNG) {
      return Optional.empty();
    }
    return PlainPng.of(upload)
        .flatMap(
            png -> {
              checkSize(png.width(), png.height());
              return png.picture(Luminance.OVER_WHITE)
                  .flatMap(
                      picture ->
                          png.hasAlpha() && picture.isEven(LEAST_CONTRAST)
                              ? png.picture(Luminance.OVER_BLACK)
                              : Optional.of(picture));
            });
  }

  private static Picture visible(BufferedImage image) {
    Picture picture = Luminance.OVER_WHITE.of(image);
    return image.getColorModel().hasAlpha() && picture.isEven(LEAST_CONTRAST)
        ? Luminance.OVER_BLACK.of(image)
        : picture;
  }

  private static BufferedImage pixels(PictureFormat format, byte[] upload) {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
      ImageReader reader = format.reader();
      try {
        reader.setInput(stream, true, false);
        checkSize(reader.getWidth(0), reader.getHeight(0));
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (UnreadablePicture tooLarge) {
      throw tooLarge;
    } catch (IOException | RuntimeException broken) {
      // Java's readers answer broken files with any exception at all, from IIOException to
      // ArrayIndexOutOfBoundsException and NegativeArraySizeException.
      throw damaged(format, broken);
    }
  }

  private static void checkSize(int width, int height) {
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new UnreadablePicture(
          Reason.TOO_LARGE,
          "The picture is too large (%,d x %,d pixels): send at most %,d pixels in all and %,d on a side."
              .formatted(width, height, MOST_PIXELS, LONGEST_SIDE));
    }
  }

  private static UnreadablePicture damaged(PictureFormat format, @Nullable Throwable cause) {
    String sentence =
        "This %s file is damaged or cut short: save it again and send it once more."
            .formatted(format);
    return cause == null
        ? new UnreadablePicture(Reason.DAMAGED, sentence)
        : new UnreadablePicture(Reason.DAMAGED, sentence, cause);
  }
}
