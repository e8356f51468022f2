package dev.inkling.app.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A person has one window open at a time: a later start hands its files to it. Who holds the lock
/// is the one, and the system lets go of it even when a program is killed; the socket is only how
/// the one is told, so what a killed program left of it is taken away by the next (decision 23).
public final class OneWindow implements AutoCloseable {
  private static final String LOCK = "window.lock";
  private static final String SOCKET = "window.socket";

  /// No name of a file holds one.
  private static final String END_OF_NAME = "\0";

  /// A start that says more than that is none of ours.
  private static final int MOST_BYTES = 1 << 20;

  /// Whoever lives answers in a fraction of it.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);
  private static final byte TAKEN = 1;

  private final Path socket;

  /// Kept, for the system lets go of the lock of a channel that nobody knows.
  private final FileChannel lock;

  private Optional<ServerSocketChannel> listening = Optional.empty();

  private OneWindow(Path folder, FileChannel lock) {
    socket = folder.resolve(SOCKET);
    this.lock = lock;
  }

  /// Becomes the one, or nothing if there is another already.
  ///
  /// @param folder the person's own
  public static Optional<OneWindow> claim(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Optional<FileLock> held = Optional.empty();
    try {
      held = Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException inThisProcess) {
      // It is held all the same.
    } finally {
      if (held.isEmpty()) {
        channel.close();
      }
    }
    return held.map(gained -> new OneWindow(folder, channel));
  }

  /// Raises the window that is open and lets it show the files.
  ///
  /// @return whether there is one
  public static boolean handOver(Path folder, List<Path> files) {
    if (!Files.exists(folder.resolve(SOCKET))) {
      return false; // without loading what it takes to speak to nobody
    }
    String names =
        files.stream()
            .map(file -> file.toAbsolutePath() + END_OF_NAME)
            .collect(Collectors.joining());
    try (SocketChannel one = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      one.connect(UnixDomainSocketAddress.of(folder.resolve(SOCKET)));
      ByteBuffer said = ByteBuffer.wrap(names.getBytes(StandardCharsets.UTF_8));
      while (said.hasRemaining()) {
        one.write(said);
      }
      one.shutdownOutput();
      return isTaken(one);
    } catch (IOException | UnsupportedOperationException nobody) {
      return false;
    }
  }

  /// The same for a window that may be on its way.
  ///
  /// @param patience how long it is waited for
  public static boolean handOver(Path folder, List<Path> files, Duration patience) {
    long start = System.nanoTime();
    while (!handOver(folder, files)) {
      if (System.nanoTime() - start > patience.toNanos()) {
        return false;
      }
      try {
        Thread.sleep(BETWEEN_ATTEMPTS);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /// Hears of later starts from now on.
  ///
  /// @param opened gets the files that a start was given, perhaps none, on any thread
  public void listen(Consumer<List<Path>> opened) throws IOException {
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listening = Optional.of(server);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofPlatform().daemon().name("later-starts").start(() -> accept(server, opened));
  }

  /// Is the one no longer.
  @Override
  public void close() {
    try (lock) {
      if (listening.isPresent()) {
        listening.get().close();
        Files.deleteIfExists(socket);
      }
    } catch (IOException gone) {
      // What is left of it is taken away by the next.
    }
  }

  private static void accept(ServerSocketChannel server, Consumer<List<Path>> opened) {
    try {
      while (server.isOpen()) {
        SocketChannel start = server.accept();
        // On a thread of its own: one that says nothing must not keep the next from being heard.
        Thread.startVirtualThread(() -> take(start, opened));
      }
    } catch (ClosedChannelException closed) {
      // The window is.
    } catch (IOException broken) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, broken);
    }
  }

  private static void take(SocketChannel start, Consumer<List<Path>> opened) {
    try (start) {
      var said = Channels.newInputStream(start).readNBytes(MOST_BYTES);
      opened.accept(
          Arrays.stream(new String(said, StandardCharsets.UTF_8).split(END_OF_NAME, -1))
              .filter(Predicate.not(String::isEmpty))
              .map(Path::of)
              .toList());
      start.write(ByteBuffer.wrap(new byte[] {TAKEN}));
    } catch (IOException gone) {
      // It opens a window of its own then.
    }
  }

  /// A window that hangs answers nobody.
  private static boolean isTaken(SocketChannel one) throws IOException {
    one.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      one.register(selector, SelectionKey.OP_READ);
      ByteBuffer answer = ByteBuffer.allocate(1);
      return selector.select(PATIENCE.toMillis()) > 0
          && one.read(answer) == 1
          && answer.get(0) == TAKEN;
    }
  }
}
