package dev.inkling.app.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes files so that there is always a whole one: the old one until the new one is on the disk,
/// whatever is killed, pulled out or full.
@FunctionalInterface
public interface WholeFile {
  /// To a temporary name beside it, which is then moved.
  WholeFile MOVED_INTO_PLACE = WholeFile::writeAndMove;

  /// Makes these bytes that file's content.
  void write(Path file, byte[] content) throws IOException;

  private static void writeAndMove(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        var rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        // A move may reach the disk before the bytes do, and then the power goes.
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
