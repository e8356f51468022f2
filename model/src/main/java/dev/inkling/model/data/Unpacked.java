package dev.inkling.model.data;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;

/// A data file's contents, whether the file is plain or packed: its first two bytes tell.
final class Unpacked {
  private Unpacked() {}

  /// What makes something of a file's contents.
  interface Reader<T> {
    T read(InputStream contents) throws IOException;
  }

  /// What `reader` makes of the contents.
  ///
  /// @throws DataUnusable naming the file, if it is missing, cut short, or can't be read
  static <T> T read(Path file, Reader<T> reader) {
    try (InputStream contents = open(file)) {
      return reader.read(contents);
    } catch (NoSuchFileException missing) {
      throw new DataUnusable("There is no file " + file + ".", missing);
    } catch (EOFException cutShort) {
      throw new DataUnusable(file + " is cut short: fetch it again.", cutShort);
    } catch (IOException broken) {
      throw new DataUnusable(
          "%s can't be read (%s): fetch it again.".formatted(file, broken.getMessage()), broken);
    }
  }

  private static InputStream open(Path file) throws IOException {
    var raw = new BufferedInputStream(Files.newInputStream(file));
    try {
      return unpack(raw);
    } catch (IOException | RuntimeException broken) {
      raw.close();
      throw broken;
    }
  }

  /// The hash of a file's contents, in hexadecimal.
  static String sha256(Path file) throws IOException {
    try (var contents = Sha256.through(open(file))) {
      contents.transferTo(OutputStream.nullOutputStream());
      return Sha256.hex(contents);
    }
  }

  private static InputStream unpack(BufferedInputStream raw) throws IOException {
    raw.mark(2);
    int first = raw.read();
    int second = raw.read();
    raw.reset();
    if (first != 0x1F) {
      return raw;
    }
    return switch (second) {
      case 0x8B -> new GZIPInputStream(raw, 1 << 16);
      case 0x9D -> decompressed(raw);
      default -> raw;
    };
  }

  /// At once, since its reader answers broken input with any exception.
  private static InputStream decompressed(InputStream raw) throws IOException {
    try (var stream = new ZCompressorInputStream(raw)) {
      return new ByteArrayInputStream(stream.readAllBytes());
    } catch (RuntimeException broken) {
      throw new IOException("it is no file of Unix compress", broken);
    }
  }
}
