package dev.inkling.model.data;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The format of the MNIST files: two zero bytes, the type of the values (8: unsigned bytes), the
/// number of dimensions, each dimension as four bytes, then the values. Plain or gzip-ed.
///
/// @param dimensions such as 60000, 28, 28
/// @param values all values in row-major order; not copied
/// @param sha256 of the unpacked file, in hexadecimal
public record IdxFile(List<Integer> dimensions, byte[] values, String sha256) {
  private static final int UNSIGNED_BYTES = 8;

  /// More than any set of glyphs that fits in memory; a broken header asks for more.
  private static final long MOST_VALUES = 1L << 30;

  public IdxFile {
    dimensions = List.copyOf(dimensions);
  }

  /// Reads a whole file.
  ///
  /// @throws DataUnusable naming the file, if it is missing, no IDX file, or cut short
  public static IdxFile read(Path file) {
    return Unpacked.read(file, contents -> read(contents, file));
  }

  /// @param file for messages
  static IdxFile read(InputStream unpacked, Path file) throws IOException {
    var hashed = Sha256.through(unpacked);
    byte[] head = exactly(4, hashed);
    if (head[0] != 0 || head[1] != 0 || head[2] != UNSIGNED_BYTES || head[3] < 1 || head[3] > 4) {
      throw new DataUnusable(file + " is no IDX file of bytes, which MNIST's files are.");
    }
    ByteBuffer sides = ByteBuffer.wrap(exactly(4 * head[3], hashed));
    List<Integer> dimensions = IntStream.range(0, head[3]).mapToObj(i -> sides.getInt()).toList();
    long count = 1;
    for (int side : dimensions) {
      count *= side;
      if (side < 0 || count > MOST_VALUES) {
        throw new DataUnusable("%s asks for %s values.".formatted(file, dimensions));
      }
    }
    byte[] values = exactly((int) count, hashed);
    return new IdxFile(dimensions, values, Sha256.hex(hashed));
  }

  private static byte[] exactly(int count, InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }
}
