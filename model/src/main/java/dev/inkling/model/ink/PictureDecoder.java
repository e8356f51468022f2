package dev.inkling.model.ink;

import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.UnreadablePicture.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.zip.DataFormatException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

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
    return decode(upload, float[]::new);
  }

  /// Decodes a whole file and lends the picture to `use`, which must not keep it and must not
  /// borrow another meanwhile: the thread's next picture will be where this one was.
  ///
  /// @throws UnreadablePicture as [#decode(byte\[\])]
  public <T> T lend(byte[] upload, Function<Picture, T> use) {
    return use.apply(decode(upload, PixelMemory.ofThread()::of));
  }

  private static Picture decode(byte[] upload, IntFunction<float[]> memory) {
    return read(
        upload,
        format ->
            format == PictureFormat.PNG
                ? png(upload, memory)
                : orientation(format, upload).turn(visible(pixels(format, upload))));
  }

  /// Decodes a whole file in its colours: what it takes and what it refuses is the same.
  ///
  /// @throws UnreadablePicture if the bytes are no picture, are damaged, or ask for too many
  ///     pixels
  public ColourPicture decodeInColour(byte[] upload) {
    return read(
        upload,
        format -> orientation(format, upload).turn(ColourPicture.of(pixels(format, upload))));
  }

  /// The colours of pixels that another program has decoded.
  ///
  /// @throws UnreadablePicture if they are too many
  public ColourPicture inColour(BufferedImage decoded) {
    checkSize(decoded.getWidth(), decoded.getHeight());
    return ColourPicture.of(decoded);
  }

  private interface Reading<T> {
    T of(PictureFormat format) throws DataFormatException, IOException;
  }

  private static <T> T read(byte[] upload, Reading<T> reading) {
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
    try {
      return reading.of(format);
    } catch (UnreadablePicture refused) {
      throw refused;
    } catch (DataFormatException | IOException | RuntimeException broken) {
      // Java's readers answer broken files with any exception at all, from IIOException to
      // ArrayIndexOutOfBoundsException and NegativeArraySizeException.
      throw new UnreadablePicture(
          Reason.DAMAGED,
          "This %s file is damaged or cut short: save it again and send it once more."
              .formatted(format),
          broken);
    }
  }

  private static Picture png(byte[] upload, IntFunction<float[]> memory)
      throws DataFormatException {
    var png = Png.of(upload);
    checkSize(png.width(), png.height());
    Picture picture = png.picture(Luminance.OVER_WHITE, memory);
    return png.chunks()
        .orientation()
        .turn(
            png.hasAlpha() && picture.isEven(LEAST_CONTRAST)
                ? png.picture(Luminance.OVER_BLACK, memory)
                : picture);
  }

  private static Orientation orientation(PictureFormat format, byte[] upload)
      throws DataFormatException {
    return switch (format) {
      case PNG -> PngChunks.of(upload).orientation();
      case JPEG -> Orientation.ofJpeg(upload);
      case BMP -> Orientation.UPRIGHT;
    };
  }

  /// By Java's readers, which get nothing that they are known to stumble over.
  private static BufferedImage pixels(PictureFormat format, byte[] upload)
      throws DataFormatException, IOException {
    return switch (format) {
      case PNG -> {
        Png.of(upload);
        yield pixels(Png.reader(), upload);
      }
      case JPEG -> {
        checkKind(Jpeg.of(upload));
        yield pixels(Jpeg.reader(), upload);
      }
      case BMP -> {
        if (!Bmp.of(upload).isOfUsualKind()) {
          throw unusual(format);
        }
        yield pixels(Bmp.reader(), upload);
      }
    };
  }

  private static void checkKind(Jpeg jpeg) {
    if (!jpeg.isOfUsualKind()) {
      throw unusual(PictureFormat.JPEG);
    }
    if (jpeg.hasTooManyScans()) {
      throw new UnreadablePicture(
          Reason.TOO_LARGE,
          "This JPEG file comes in too many passes (%,d): save it again and send it once more."
              .formatted(jpeg.scans()));
    }
  }

  private static Picture visible(BufferedImage image) {
    Picture picture = Luminance.OVER_WHITE.of(image);
    return image.getColorModel().hasAlpha() && picture.isEven(LEAST_CONTRAST)
        ? Luminance.OVER_BLACK.of(image)
        : picture;
  }

  private static BufferedImage pixels(ImageReader reader, byte[] upload) throws IOException {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
      reader.setInput(stream, true, false);
      checkSize(reader.getWidth(0), reader.getHeight(0));
      return reader.read(0);
    } finally {
      reader.dispose();
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

  private static UnreadablePicture unusual(PictureFormat format) {
    return new UnreadablePicture(
        Reason.UNKNOWN_FORMAT,
        "Inkling can't read %s files of this kind: save it as PNG and send that."
            .formatted(format));
  }
}
