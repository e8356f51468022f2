package dev.inkling.model.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A data file's contents, whether the file is plain or packed: its first two bytes tell.
final class Unpacked {
  private Unpacked() {}

  static InputStream open(Path file) throws IOException {
    var raw = new BufferedInputStream(Files.newInputStream(file));
    try {
      return unpack(raw);
    } catch (IOException | RuntimeException broken) {
      raw.close();
      throw broken;
    }
  }

  private static InputStream unpack(BufferedInputStream raw) throws IOException {
    raw.mark(2);
    int first = raw.read();
    int second = raw.read();
    raw.reset();
    return first == 0x1F && second == 0x8B ? new GZIPInputStream(raw, 1 << 16) : raw;
  }
}
