package dev.inkling.app.document;

import dev.inkling.app.texts.Sentence;
import dev.inkling.model.ink.Drawing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The file in which the drawing waits for the next start. It belongs to the first Inkling that
/// opens it, until that one ends, however it ends: the system then lets go of the lock.
public final class KeptDrawing implements AutoCloseable {
  private static final String NAME = "drawing.txt";

  /// What came of reading the file.
  ///
  /// @param drawing empty if there is none, or none that can be read
  /// @param notice what a person should know about it
  public record Restored(Optional<Drawing> drawing, Sentence notice) {
    private static final Restored NOTHING = new Restored(Optional.empty(), Sentence.NONE);
  }

  private final Path file;
  private final WholeFile files;
  private final Optional<FileChannel> lock;
  private final Sentence notice;
  private boolean closed;

  private KeptDrawing(Path file, WholeFile files, Optional<FileChannel> lock, Sentence notice) {
    this.file = file;
    this.files = files;
    this.lock = lock;
    this.notice = notice;
  }

  /// The one in that folder, which comes into being if need be.
  public static KeptDrawing in(Path folder, WholeFile files) {
    Path file = folder.resolve(NAME);
    try {
      Files.createDirectories(folder);
      Optional<FileChannel> lock = lock(folder.resolve("drawing.lock"));
      return new KeptDrawing(
          file, files, lock, lock.isPresent() ? Sentence.NONE : Sentence.of("kept.elsewhere"));
    } catch (IOException noFolder) {
      return new KeptDrawing(file, files, Optional.empty(), Sentence.of("kept.failed"));
    }
  }

  /// What was drawn last time. A file that can't be read is set aside, never overwritten.
  public Restored read() {
    if (lock.isEmpty()) {
      return new Restored(Optional.empty(), notice);
    }
    try {
      var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new Restored(Optional.of(DrawingText.read(text)), Sentence.NONE);
    } catch (NoSuchFileException firstStart) {
      return Restored.NOTHING;
    } catch (IOException broken) {
      return new Restored(Optional.empty(), Sentence.of("kept.broken", setAside()));
    }
  }

  /// Keeps this one in place of what was kept; nothing if another Inkling keeps its own, or after
  /// closing.
  public synchronized void write(Drawing drawing) throws IOException {
    if (lock.isPresent() && !closed) {
      files.write(file, DrawingText.of(drawing).getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Leaves the file to the next Inkling. What another thread is just writing is written to its
  /// end.
  @Override
  public synchronized void close() {
    closed = true;
    lock.ifPresent(KeptDrawing::release);
  }

  private Path setAside() {
    for (int number = 1; ; number++) {
      Path aside = file.resolveSibling("drawing-unreadable-%d.txt".formatted(number));
      if (Files.notExists(aside)) {
        try {
          return Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException staysWhereItIs) {
          return file;
        }
      }
    }
  }

  private static Optional<FileChannel> lock(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isOurs(channel)) {
      return Optional.of(channel);
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException atTheLatestNow) {
      // The system lets go of it when the process ends.
    }
  }
}
