package dev.inkling.api;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Closes the connections of clients that keep the server waiting (Slowloris: a few hundred
/// requests that never end take every place there is, at no cost to who sends them).
///
/// Helidon's own read timeout does nothing: it is kept in the socket's options and never set, and
/// it would begin anew with each byte. So each connection is watched where Helidon lets one look:
/// when its channel is accepted, when bytes are read from it, and when a request's headers are
/// complete. One thread looks at all of them now and then.
final class ConnectionWatch implements ServerConnectionSelector, AutoCloseable {
  /// How often it looks within the shortest limit, and within the longest that counts.
  private static final int LOOKS = 8;

  private static final Duration RAREST_LOOK = Duration.ofSeconds(8);

  private record Ends(SocketAddress ours, SocketAddress theirs) {}

  private final Limits limits;
  private final Http1ConnectionSelector http;
  private final Map<Ends, WatchedConnection> connections = new ConcurrentHashMap<>();
  private final Thread thread =
      Thread.ofPlatform().name("inkling-connections").daemon().unstarted(this::look);

  private ConnectionWatch(Limits limits) {
    this.limits = limits;
    this.http =
        Http1ConnectionSelector.builder()
            .config(
                Http1Config.builder()
                    .addReceiveListener(new Head())
                    .addSendListener(new Answer())
                    .build())
            .build();
  }

  /// Watches all connections of a server that is still to be built.
  static ConnectionWatch over(WebServerConfig.Builder server, Limits limits) {
    var watch = new ConnectionWatch(limits);
    server
        .protocolsDiscoverServices(false)
        .addConnectionSelector(watch)
        .connectionOptions(new AcceptedSockets(SocketOptions.create(), watch::accepted));
    return watch;
  }

  /// Looks from now on.
  void start() {
    thread.start();
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  /// There is no other protocol to be had here; what is no HTTP/1 gets its refusal in HTTP/1.
  @Override
  public Support supports(BufferData start) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    var ends = new Ends(context.localPeer().address(), context.remotePeer().address());
    return Optional.ofNullable(connections.get(ends))
        .map(watched -> http.connection(new WatchedContext(context, watched)))
        // Closed while it came.
        .orElseGet(() -> http.connection(context));
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void accepted(SocketChannel channel) {
    try {
      connections.put(
          new Ends(channel.getLocalAddress(), channel.getRemoteAddress()),
          new WatchedConnection(channel, limits, System::nanoTime));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void look() {
    Duration pause = pause();
    try {
      while (true) {
        connections.values().removeIf(connection -> !connection.isOpen());
        connections.values().stream()
            .filter(WatchedConnection::isOverdue)
            .forEach(WatchedConnection::close);
        Thread.sleep(pause);
      }
    } catch (InterruptedException closed) {
      // Nobody is left to be watched.
    }
  }

  private Duration pause() {
    return Stream.of(limits.head(), limits.body(), limits.idle(), limits.answer(), RAREST_LOOK)
        .map(limit -> limit.dividedBy(LOOKS))
        .min(Duration::compareTo)
        .orElseThrow();
  }

  private static final class Head implements Http1ConnectionListener {
    @Override
    public void headers(ConnectionContext context, Headers headers) {
      if (context instanceof WatchedContext watched) {
        watched.connection().headEnded(bodyLength(headers), watched.dataReader().available());
      }
    }

    private static long bodyLength(Headers headers) {
      return headers.contains(HeaderValues.TRANSFER_ENCODING_CHUNKED)
          ? -1
          : headers.first(HeaderNames.CONTENT_LENGTH).map(Head::number).orElse(0L);
    }

    /// Helidon refuses what is no number.
    private static long number(String text) {
      try {
        return Long.parseLong(text.strip());
      } catch (NumberFormatException refusedLater) {
        return 0;
      }
    }
  }

  private static final class Answer implements Http1ConnectionListener {
    @Override
    public void status(ConnectionContext context, Status status) {
      if (context instanceof WatchedContext watched) {
        watched.connection().answerBegan();
      }
    }
  }
}
