package dev.inkling.model.data;

import dev.inkling.model.ink.Glyph;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Glyphs and their digits as the pair of files that MNIST's are ([IdxFile] tells the format):
/// light ink on black, 28x28.
public final class IdxWriter {
  private static final int UNSIGNED_BYTES = 8;

  private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
  private final ByteArrayOutputStream digits = new ByteArrayOutputStream();

  /// Adds one.
  ///
  /// @param digit 0 to 9
  public void add(Glyph glyph, int digit) {
    for (float ink : glyph.ink()) {
      pixels.write(Math.round(255 * ink));
    }
    digits.write(digit);
  }

  /// Writes `NAME-images-idx3-ubyte` and `NAME-labels-idx1-ubyte`.
  public void write(Path folder, String name) throws IOException {
    int count = digits.size();
    write(folder.resolve(name + "-images-idx3-ubyte"), pixels, count, Glyph.SIDE, Glyph.SIDE);
    write(folder.resolve(name + "-labels-idx1-ubyte"), digits, count);
  }

  private static void write(Path file, ByteArrayOutputStream values, int... dimensions)
      throws IOException {
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(UNSIGNED_BYTES << 8 | dimensions.length);
      for (int side : dimensions) {
        out.writeInt(side);
      }
      values.writeTo(out);
    }
  }
}
