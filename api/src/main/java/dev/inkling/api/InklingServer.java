package dev.inkling.api;

import dev.inkling.model.ModelUnusable;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.ModelWatch;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.openapi.OpenApiFeature;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The running HTTP server.
public final class InklingServer implements AutoCloseable {
  /// More than browsers and a class of scripts open; bounds what an idle crowd can hold.
  private static final int MOST_CONNECTIONS = 1024;

  private final WebServer server;
  private final Workers workers;
  private final LoadedModels models;
  private final String host;
  private final AtomicReference<Phase> phase;
  private Optional<ModelWatch> watch = Optional.empty();

  private InklingServer(
      WebServer server,
      Workers workers,
      LoadedModels models,
      String host,
      AtomicReference<Phase> phase) {
    this.server = server;
    this.workers = workers;
    this.models = models;
    this.host = host;
    this.phase = phase;
  }

  /// Listens, then loads and warms every model of the store; returns when all of them answer.
  ///
  /// @throws PortTaken if another program listens there
  /// @throws ServerNotStarted if it can't listen for another reason
  /// @throws ModelUnusable naming the model file that is wrong; nothing listens then
  public static InklingServer start(ServerOptions options, ModelStore store) {
    var models = new LoadedModels();
    var workers = new Workers();
    var phase = new AtomicReference<>(Phase.LOADING);
    WebServer server = build(options, models, workers, phase);
    try {
      listen(server, options);
    } catch (RuntimeException refused) {
      workers.close();
      throw refused;
    }
    var running = new InklingServer(server, workers, models, options.host(), phase);
    try {
      models.load(store);
    } catch (RuntimeException unusable) {
      running.close();
      throw unusable;
    }
    phase.set(Phase.READY);
    if (options.watchModels()) {
      running.watch = Optional.of(store.watch(() -> models.refresh(store)));
    }
    return running;
  }

  /// Where it answers, such as `http://127.0.0.1:8000`.
  public URI address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + server.port());
  }

  /// Says that it is no longer ready, refuses new connections, answers what it has accepted, and
  /// stops; within the limit, whatever happens.
  @Override
  public void close() {
    phase.set(Phase.STOPPING);
    watch.ifPresent(ModelWatch::close);
    server.stop();
    workers.close();
    models.close();
  }

  private static WebServer build(
      ServerOptions options, LoadedModels models, Workers workers, AtomicReference<Phase> phase) {
    var metrics = new Metrics(workers, models);
    var log = new AccessLog(options.accessLog(), System.out, Clock.systemUTC());
    var observer = new Observer(metrics, log, () -> phase.get() == Phase.STOPPING);
    return WebServer.builder()
        .host(options.host())
        .port(options.port())
        .maxPayloadSize(PictureUpload.MOST_DISCARDED)
        .maxTcpConnections(MOST_CONNECTIONS)
        .idleConnectionTimeout(Duration.ofMinutes(1))
        .shutdownHook(false)
        .featuresDiscoverServices(false)
        .addFeature(health(phase))
        .addFeature(OpenApiFeature.builder().servicesDiscoverServices(false).build())
        .directHandlers(Refusals.beforeRouting())
        .shutdownGracePeriod(options.drainLimit())
        .routing(routing -> route(routing, models, workers, observer, metrics))
        .build();
  }

  static void route(
      HttpRouting.Builder routing,
      LoadedModels models,
      Workers workers,
      Observer observer,
      Metrics metrics) {
    routing
        .addFilter(new RequestId.Giver())
        .addFilter(observer)
        .register(PredictService.PATH, new PredictService(models, workers))
        .register(DocsService.PATH, new DocsService())
        .register(MetricsService.PATH, new MetricsService(metrics));
    Refusals.route(routing);
  }

  private static ObserveFeature health(AtomicReference<Phase> phase) {
    return ObserveFeature.builder()
        .endpoint("/")
        .observersDiscoverServices(false)
        .addObserver(
            HealthObserver.builder()
                .details(true)
                .useSystemServices(false)
                .addCheck(
                    () -> HealthCheckResponse.builder().status(phase.get() == Phase.READY).build(),
                    HealthCheckType.READINESS,
                    "models")
                .build())
        .build();
  }

  /// Helidon only says that it failed, and logs why; so the port is tried first, where the reason
  /// can still be told. Should it be taken in between, the server is simply not running
  /// afterwards.
  private static void listen(WebServer server, ServerOptions options) {
    try {
      tryToBind(options.host(), options.port());
    } catch (IOException | RuntimeException refused) {
      throw notStarted(options, refused);
    }
    server.start();
    if (!server.isRunning()) {
      throw new PortTaken(options.port(), new BindException("taken while the server started"));
    }
  }

  private static ServerNotStarted notStarted(ServerOptions options, Exception refused) {
    try {
      tryToBind(options.host(), 0);
      return new PortTaken(options.port(), refused);
    } catch (IOException | RuntimeException notOurs) {
      return new ServerNotStarted(
          "The server can't listen on %s: name an address of this machine with --host."
              .formatted(options.host()),
          notOurs);
    }
  }

  private static void tryToBind(String host, int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
    }
  }
}
