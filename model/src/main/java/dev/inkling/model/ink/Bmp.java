package dev.inkling.model.ink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.zip.DataFormatException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// What has to be known of a BMP before its pixels are decoded.
///
/// @param headerBytes by which its versions are told apart
/// @param depth bits a pixel
/// @param compression none, RLE8, RLE4, or none with masks that say where the colours are
record Bmp(int headerBytes, int depth, int compression) {
  private static final int OS2_HEADER = 12;

  /// Those of OS/2 1, Windows 3, its unofficial second and third version, Windows 95 and 98. OS/2 2
  /// has others.
  private static final Set<Integer> HEADERS = Set.of(OS2_HEADER, 40, 52, 56, 108, 124);

  private static final Set<Integer> DEPTHS = Set.of(1, 4, 8, 16, 24, 32);
  private static final int MASKS = 3;

  /// @throws DataFormatException if the file ends within its header
  static Bmp of(byte[] file) throws DataFormatException {
    ByteBuffer words = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < 34) {
      throw new DataFormatException("The header is cut short");
    }
    int headerBytes = words.getInt(14);
    return headerBytes == OS2_HEADER
        ? new Bmp(headerBytes, words.getShort(24), 0)
        : new Bmp(headerBytes, words.getShort(28), words.getInt(30));
  }

  /// Whether there is a decoder for it. What is more than masks is another file within the file, a
  /// PNG or a JPEG, whose size would go past the limits here.
  boolean isOfUsualKind() {
    return HEADERS.contains(headerBytes)
        && DEPTHS.contains(depth)
        && compression >= 0
        && compression <= MASKS;
  }

  static ImageReader reader() {
    return ImageIO.getImageReadersByFormatName("bmp").next();
  }
}
