package dev.inkling.api;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// Helidon's connection, read through a [WatchedConnection].
record WatchedContext(
    ConnectionContext context, WatchedConnection connection, DataReader dataReader)
    implements ConnectionContext {

  WatchedContext(ConnectionContext context, WatchedConnection connection) {
    this(
        context,
        connection,
        new ForgetfulReader(() -> connection.pull(most -> next(context, connection, most))));
  }

  /// Helidon's own reader has only what it looked at to know the protocol. What is not enciphered
  /// is read past Helidon's socket, which takes 8 kB at a time and copies them twice.
  private static byte @Nullable [] next(
      ConnectionContext context, WatchedConnection connection, int most) {
    int begun = context.dataReader().available();
    if (begun > 0) {
      return context.dataReader().readBytes(begun);
    }
    return context.isSecure() ? context.serverSocket().get() : connection.read(most);
  }

  @Override
  public ListenerContext listenerContext() {
    return context.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return context.executor();
  }

  @Override
  public DataWriter dataWriter() {
    return context.dataWriter();
  }

  @Override
  public Router router() {
    return context.router();
  }

  @Override
  public Optional<ProxyProtocolData> proxyProtocolData() {
    return context.proxyProtocolData();
  }

  @Override
  public HelidonSocket serverSocket() {
    return context.serverSocket();
  }

  @Override
  public PeerInfo remotePeer() {
    return context.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return context.localPeer();
  }

  @Override
  public boolean isSecure() {
    return context.isSecure();
  }

  @Override
  public String socketId() {
    return context.socketId();
  }

  @Override
  public String childSocketId() {
    return context.childSocketId();
  }
}
