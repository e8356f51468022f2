package dev.inkling.model.ink;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/// Picture files for the tests of all modules, good and bad.
public final class TestPictures {
  private TestPictures() {}

  /// A file of the tests' own, such as `seven.png`.
  public static byte[] file(String name) {
    try (InputStream stream =
        Objects.requireNonNull(TestPictures.class.getResourceAsStream("/pictures/" + name))) {
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The image as a file of that format: `png`, `jpg` or `bmp`.
  public static byte[] encode(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("Java can't write this image as " + format);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /// A blank sheet.
  public static byte[] blank(int width, int height, int argb) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, argb);
      }
    }
    return encode(image, "png");
  }

  /// A grey PNG of any size, all zeros, that compresses to next to nothing.
  public static byte[] bomb(int width, int height) {
    var scanlines = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(scanlines)) {
      var row = new byte[width + 1];
      for (int y = 0; y < height; y++) {
        deflater.write(row);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return png(width, height, 8, 0, 0, scanlines.toByteArray());
  }

  /// A PNG file around compressed scanlines.
  public static byte[] png(
      int width, int height, int depth, int colourType, int interlace, byte[] idat) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) depth)
            .put((byte) colourType)
            .put((byte) 0)
            .put((byte) 0)
            .put((byte) interlace)
            .array();
    file.writeBytes(chunk("IHDR", header));
    file.writeBytes(chunk("IDAT", idat));
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    return ByteBuffer.allocate(data.length + 12)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) checksum.getValue())
        .array();
  }
}
