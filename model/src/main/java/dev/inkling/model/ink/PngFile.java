package dev.inkling.model.ink;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pixels as a PNG file in memory.
final class PngFile {
  private PngFile() {}

  static byte[] of(BufferedImage image) {
    var bytes = new ByteArrayOutputStream(4096);
    // In memory: Java would otherwise cache through a temporary file.
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Writing to memory failed", impossible);
    }
    return bytes.toByteArray();
  }
}
