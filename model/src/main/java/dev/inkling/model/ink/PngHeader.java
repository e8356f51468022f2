package dev.inkling.model.ink;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;

/// What a PNG's first chunk says (PNG, third edition, 11.2.1).
///
/// @param width in pixels
/// @param height in pixels
/// @param depth bits a sample: 1, 2, 4, 8 or 16, of which each colour type takes some
/// @param colourType one of the constants
/// @param isInterlaced whether rows come in the seven passes of Adam7
record PngHeader(int width, int height, int depth, int colourType, boolean isInterlaced) {
  static final int GREY = 0;
  static final int RGB = 2;
  static final int PALETTE = 3;
  static final int GREY_ALPHA = 4;
  static final int RGB_ALPHA = 6;

  /// @throws DataFormatException if that is no header, or of a kind that there is not
  static PngHeader of(ByteBuffer chunk) throws DataFormatException {
    if (chunk.remaining() != 13) {
      throw new DataFormatException("A header has 13 bytes");
    }
    int width = chunk.getInt();
    int height = chunk.getInt();
    int depth = chunk.get();
    int colourType = chunk.get();
    int compression = chunk.get();
    int filtering = chunk.get();
    int interlace = chunk.get();
    if (width < 1
        || height < 1
        || !depths(colourType).contains(depth)
        || compression != 0
        || filtering != 0
        || (interlace & ~1) != 0) {
      throw new DataFormatException("No such kind of PNG");
    }
    return new PngHeader(width, height, depth, colourType, interlace == 1);
  }

  private static List<Integer> depths(int colourType) {
    return switch (colourType) {
      case GREY -> List.of(1, 2, 4, 8, 16);
      case PALETTE -> List.of(1, 2, 4, 8);
      case RGB, GREY_ALPHA, RGB_ALPHA -> List.of(8, 16);
      default -> List.of();
    };
  }

  /// Samples a pixel.
  int channels() {
    return switch (colourType) {
      case RGB -> 3;
      case GREY_ALPHA -> 2;
      case RGB_ALPHA -> 4;
      default -> 1;
    };
  }

  boolean hasAlpha() {
    return colourType == GREY_ALPHA || colourType == RGB_ALPHA;
  }

  /// How many bytes so many pixels of a row take.
  int bytes(int pixels) {
    return (int) (((long) pixels * channels() * depth + 7) / 8);
  }
}
