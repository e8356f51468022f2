package dev.inkling.api;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A connection and until when its client has to have done what is next.
///
/// A body's time grows with what has come of it: it ends at `begin + grace + bytes / rate`, as in
/// Apache's mod_reqtimeout. So a large upload over a slow line goes on for as long as it needs, and
/// one that only trickles to hold a place here does not.
///
/// All methods but [#isOverdue] are called by the thread of the connection.
final class WatchedConnection {
  private enum Stage {
    /// Between two requests.
    IDLE,
    /// From the first byte of a request, or from the connection's begin, to the end of its headers.
    HEAD,
    BODY,
    /// From the end of the body to the end of the answer.
    ANSWER
  }

  /// Bytes that are asked of the system at once: of a head, and of a body at most.
  private static final int LEAST_READ = 8 << 10;

  private static final int MOST_READ = 64 << 10;

  /// Bytes of a body that does not announce how many.
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final SocketChannel channel;
  private final Limits limits;
  private final LongSupplier nanos;

  private Stage stage = Stage.HEAD;
  private long bodyBegan;
  private long expected;
  private long received;

  private volatile long deadline;

  /// Whether the client is waited for, to send or to fetch the answer.
  private volatile boolean waiting = true;

  WatchedConnection(SocketChannel channel, Limits limits, LongSupplier nanos) {
    this.channel = channel;
    this.limits = limits;
    this.nanos = nanos;
    this.deadline = end(limits.head());
  }

  /// Waits for what comes next from the client.
  ///
  /// @param source gives the next bytes, as many as are welcome if it can choose; nothing when the
  ///     client has hung up
  byte[] pull(IntFunction<byte @Nullable []> source) {
    if (stage == Stage.ANSWER) {
      // Only after the answer has gone out is there more to be read.
      enter(Stage.IDLE, limits.idle());
    }
    waiting = true;
    byte[] bytes = next(source);
    waiting = false;
    arrived(bytes.length);
    return bytes;
  }

  private byte[] next(IntFunction<byte @Nullable []> source) {
    byte[] bytes;
    try {
      bytes = source.apply(welcome());
    } catch (UncheckedIOException broken) {
      throw new CloseConnectionException("The connection is broken", broken);
    }
    if (bytes == null) {
      throw hungUp();
    }
    return bytes;
  }

  private int welcome() {
    return stage == Stage.BODY
        ? Math.clamp(expected - received, LEAST_READ, MOST_READ)
        : LEAST_READ;
  }

  /// A client that hangs up between two lines of a head has asked for nothing; Helidon would call
  /// that a failure of its own. Of a body that is not whole its reader is told.
  private RuntimeException hungUp() {
    return stage == Stage.BODY
        ? new InsufficientDataAvailableException()
        : new CloseConnectionException("The client has hung up");
  }

  /// Reads from the connection as it is.
  ///
  /// @return nothing when the client has hung up
  /// @throws UncheckedIOException if it is broken
  byte @Nullable [] read(int most) {
    var bytes = new byte[most];
    try {
      int count = channel.read(ByteBuffer.wrap(bytes));
      if (count == most) {
        return bytes;
      }
      return count < 0 ? null : Arrays.copyOf(bytes, count);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The headers of a request are complete.
  ///
  /// @param length of its body, or negative if the body tells its length as it goes
  /// @param already how much of the body has come with the headers
  void headEnded(long length, int already) {
    expected = length < 0 ? UNKNOWN : length;
    received = already;
    bodyBegan = nanos.getAsLong();
    stage = Stage.BODY;
    bodyMoved();
  }

  /// The first bytes of the answer go out. Nobody answers a body of unknown length before its end,
  /// except to refuse the request.
  void answerBegan() {
    if (stage == Stage.BODY && expected == UNKNOWN) {
      enter(Stage.ANSWER, limits.answer());
    }
  }

  /// Whether the client has had its time.
  boolean isOverdue() {
    return waiting && nanos.getAsLong() - deadline > 0;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /// Closes it, whatever its thread is waiting for.
  void close() {
    try {
      channel.close();
    } catch (IOException broken) {
      // It is closed all the same.
    }
  }

  private void arrived(int bytes) {
    if (stage == Stage.IDLE) {
      enter(Stage.HEAD, limits.head());
    } else if (stage == Stage.BODY) {
      received += bytes;
      bodyMoved();
    }
  }

  private void bodyMoved() {
    if (received >= expected) {
      enter(Stage.ANSWER, limits.answer());
    } else {
      long earned = Duration.ofSeconds(1).toNanos() * received / limits.bodyBytesPerSecond();
      deadline = bodyBegan + limits.body().toNanos() + earned;
    }
  }

  private void enter(Stage next, Duration time) {
    stage = next;
    waiting = next == Stage.ANSWER;
    deadline = end(time);
  }

  private long end(Duration time) {
    return nanos.getAsLong() + time.toNanos();
  }
}
