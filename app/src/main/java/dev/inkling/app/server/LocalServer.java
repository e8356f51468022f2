package dev.inkling.app.server;

import dev.inkling.api.InklingServer;
import dev.inkling.api.PortTaken;
import dev.inkling.api.ServerOptions;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.serving.ModelStore;
import java.util.Optional;

/// The server in the window's own process. Other programs reach it as the window does; it ends with
/// the window.
public final class LocalServer implements AutoCloseable {
  private final ServerOptions options;
  private final ModelStore models;
  private Optional<InklingServer> running = Optional.empty();
  private boolean closed;

  public LocalServer(ServerOptions options, ModelStore models) {
    this.options = options;
    this.models = models;
  }

  /// Starts it, which takes about a second, on any free port where the usual one is taken: a window
  /// that draws is worth more than a number.
  public ServerReady start() {
    InklingServer server;
    Sentence notice = Sentence.NONE;
    try {
      server = InklingServer.start(options, models);
    } catch (PortTaken taken) {
      server = InklingServer.start(options.withPort(0), models);
      notice = Sentence.of("port-taken", options.port(), server.address().getPort());
    }
    keep(server);
    return new ServerReady(server.address(), notice);
  }

  /// Stops it; one that is still starting stops as soon as it has started.
  @Override
  public synchronized void close() {
    closed = true;
    running.ifPresent(InklingServer::close);
    running = Optional.empty();
  }

  private synchronized void keep(InklingServer server) {
    if (closed) {
      server.close();
    } else {
      running = Optional.of(server);
    }
  }
}
