package dev.inkling.app.server;

import dev.inkling.api.InklingServer;
import dev.inkling.api.ServerOptions;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.serving.ModelStore;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The server in the window's own process. Other programs reach it as the window does; it ends with
/// the window.
///
/// Starting and stopping take seconds and wait for each other; nobody waits to learn where it
/// listens, or to close it.
public final class LocalServer implements AutoCloseable, ServerControl {
  private static final String EVERYWHERE = "0.0.0.0";

  private final Supplier<ModelStore> models;
  private final UnaryOperator<ServerOptions> safe;
  private final Object switching = new Object();
  private ServerOptions options;
  private volatile Reach reach;
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
    this.reach = Reach.of(options);
  }

  /// Lets it start at that port.
  public void prefer(int port) {
    synchronized (switching) {
      options = options.withPort(port);
      reach = Reach.of(options);
    }
  }

  /// Starts it, which takes about a second, on the next free port where the usual one is taken: a
  /// window that draws is worth more than a number.
  public ServerReady start() {
    synchronized (switching) {
      int usual = options.port();
      ServerReady ready = start(options.withPort(Ports.nearestFree(options.host(), usual)));
      int port = reach.port();
      return usual == 0 || usual == port
          ? ready
          : new ServerReady(ready.address(), Sentence.of("port-taken", usual, port));
    }
  }

  @Override
  public Reach reach() {
    return reach;
  }

  @Override
  public int freePort(Reach wanted) {
    synchronized (switching) {
      ServerOptions there = options(wanted);
      boolean own = running().isPresent() && wanted.port() == reach.port();
      return own ? wanted.port() : Ports.nearestFree(there.host(), wanted.port());
    }
  }

  @Override
  public ServerReady start(Reach where) {
    synchronized (switching) {
      ServerOptions there = options(where);
      stop();
      return start(there);
    }
  }

  @Override
  public void stop() {
    synchronized (switching) {
      // Who listens there next gets the port only when it is gone.
      takeRunning().ifPresent(InklingServer::close);
    }
  }

  @Override
  public List<URI> addresses() {
    synchronized (switching) {
      return running().map(InklingServer::address).stream().flatMap(this::asOthersReach).toList();
    }
  }

  /// Stops it for good; one that is still starting stops as soon as it has started.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    takeRunning().ifPresent(InklingServer::close);
  }

  private Stream<URI> asOthersReach(URI own) {
    if (!reach.network()) {
      return Stream.empty();
    }
    if (!options.host().equals(EVERYWHERE)) {
      return Stream.of(own);
    }
    return NetworkAddresses.ofThisMachine().stream()
        .map(address -> URI.create(own.getScheme() + "://" + address + ":" + own.getPort()));
  }

  /// Whoever chose a host keeps it, as long as it is as far away as is wanted.
  private ServerOptions options(Reach wanted) {
    String host =
        wanted.network() == reach.network()
            ? options.host()
            : wanted.network() ? EVERYWHERE : ServerOptions.DEFAULT_HOST;
    return safe.apply(options.withHost(host).withPort(wanted.port()));
  }

  private ServerReady start(ServerOptions there) {
    InklingServer server = InklingServer.start(there, models.get());
    options = there.withPort(server.address().getPort());
    reach = Reach.of(options);
    var ready = new ServerReady(server.address(), Sentence.NONE);
    keep(server);
    return ready;
  }

  private void keep(InklingServer server) {
    synchronized (this) {
      if (!closed) {
        running = Optional.of(server);
        return;
      }
    }
    server.close();
  }

  private synchronized Optional<InklingServer> running() {
    return running;
  }

  private synchronized Optional<InklingServer> takeRunning() {
    Optional<InklingServer> taken = running;
    running = Optional.empty();
    return taken;
  }
}
