package dev.inkling.app.server;

import dev.inkling.api.InklingServer;
import dev.inkling.api.PortTaken;
import dev.inkling.api.ServerOptions;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.serving.ModelStore;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The server in the window's own process. Other programs reach it as the window does; it ends with
/// the window.
public final class LocalServer implements AutoCloseable, ServerControl {
  private static final String EVERYWHERE = "0.0.0.0";

  private final Supplier<ModelStore> models;
  private final UnaryOperator<ServerOptions> safe;
  private ServerOptions options;
  private Optional<InklingServer> running = Optional.empty();
  private boolean closed;

  /// Runs nothing yet.
  ///
  /// @param models opened at each start
  /// @param safe gives options that reach beyond this machine what they need for that
  public LocalServer(
      ServerOptions options, Supplier<ModelStore> models, UnaryOperator<ServerOptions> safe) {
    this.options = options;
    this.models = models;
    this.safe = safe;
  }

  /// Starts it, which takes about a second, on any free port where the usual one is taken: a window
  /// that draws is worth more than a number.
  public synchronized ServerReady start() {
    try {
      return start(options, Sentence.NONE);
    } catch (PortTaken taken) {
      int usual = options.port();
      ServerReady ready = start(options.withPort(0), Sentence.NONE);
      return new ServerReady(
          ready.address(), Sentence.of("port-taken", usual, ready.address().getPort()));
    }
  }

  @Override
  public synchronized Reach reach() {
    return new Reach(
        options.port(),
        options.isBeyondLoopback(),
        options.access().token().map(token -> token.value()));
  }

  @Override
  public synchronized ServerReady start(Reach where) {
    stop();
    String host = where.network() ? EVERYWHERE : ServerOptions.DEFAULT_HOST;
    return start(safe.apply(options.withHost(host).withPort(where.port())), Sentence.NONE);
  }

  @Override
  public synchronized void stop() {
    running.ifPresent(InklingServer::close);
    running = Optional.empty();
  }

  /// Stops it for good.
  @Override
  public synchronized void close() {
    closed = true;
    stop();
  }

  private ServerReady start(ServerOptions there, Sentence notice) {
    InklingServer server = InklingServer.start(there, models.get());
    if (closed) {
      server.close();
    } else {
      running = Optional.of(server);
    }
    options = there.withPort(server.address().getPort());
    return new ServerReady(server.address(), notice);
  }
}
