package dev.inkling.api;

import dev.inkling.model.ModelUnusable;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.ModelWatch;
import io.helidon.common.mapper.MapperManager;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.http.PathMatchers;
import io.helidon.openapi.OpenApiFeature;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/// The running HTTP server.
public final class InklingServer implements AutoCloseable {
  /// What Helidon's own features answer; they would say that there is no such path.
  private static final List<String> ONLY_READ =
      List.of("/openapi", "/health", "/health/live", "/health/ready");

  private final WebServer server;
  private final Workers workers;
  private final LoadedModels models;
  private final ConnectionWatch connections;
  private final ServerOptions options;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.LOADING);
  private Optional<ModelWatch> watch = Optional.empty();

  private InklingServer(ServerOptions options, LoadedModels models, Workers workers) {
    Once.settle();
    WebServerConfig.Builder builder = WebServer.builder();
    this.connections = ConnectionWatch.over(builder, options.limits());
    this.server = build(builder, options, models, workers, phase);
    this.workers = workers;
    this.models = models;
    this.options = options;
  }

  /// Listens, and loads and warms every model of the store meanwhile: each takes about half of the
  /// time. Returns when all of them answer.
  ///
  /// @throws PortTaken if another program listens there
  /// @throws ServerNotStarted if it can't listen for another reason
  /// @throws ModelUnusable naming the model file that is wrong; nothing listens then
  public static InklingServer start(ServerOptions options, ModelStore store) {
    checkThatItCanListen(options);
    var models = new LoadedModels();
    CompletableFuture<Void> loading =
        CompletableFuture.runAsync(() -> models.load(store), InklingServer::onThreadOfItsOwn);
    try {
      return listening(options, models).readyAfter(loading, store);
    } catch (RuntimeException unusable) {
      // Whatever was loaded by then, and is still to be, has nobody to ask it.
      loading.handle((loaded, failure) -> true).join();
      models.close();
      throw unusable;
    }
  }

  private static void onThreadOfItsOwn(Runnable work) {
    Thread.ofPlatform().daemon().name("inkling-models").start(work);
  }

  private static InklingServer listening(ServerOptions options, LoadedModels models) {
    var running = new InklingServer(options, models, new Workers(options.limits()));
    try {
      running.connections.start();
      listen(running.server, options);
    } catch (RuntimeException refused) {
      running.close();
      throw refused;
    }
    return running;
  }

  private InklingServer readyAfter(CompletableFuture<Void> loading, ModelStore store) {
    try {
      loading.join();
    } catch (CompletionException failed) {
      close();
      throw failed.getCause() instanceof RuntimeException unusable ? unusable : failed;
    }
    phase.set(Phase.READY);
    if (options.watchModels()) {
      watch = Optional.of(store.watch(() -> models.refresh(store)));
    }
    return this;
  }

  /// Where it answers, such as `http://127.0.0.1:8000`.
  public URI address() {
    String name =
        switch (options.host()) {
          // Where it listens, but not where it can be asked.
          case "0.0.0.0" -> "127.0.0.1";
          case "::" -> "[::1]";
          case String host -> host.contains(":") ? "[" + host + "]" : host;
        };
    return URI.create(options.scheme() + "://" + name + ":" + server.port());
  }

  /// Says that it is no longer ready, refuses new connections, answers what it has accepted, and
  /// stops; within the limit, whatever happens.
  @Override
  public void close() {
    phase.set(Phase.STOPPING);
    watch.ifPresent(ModelWatch::close);
    server.stop();
    connections.close();
    workers.close();
    models.close();
  }

  static WebServer build(
      WebServerConfig.Builder builder,
      ServerOptions options,
      LoadedModels models,
      Workers workers,
      AtomicReference<Phase> phase) {
    var metrics = new Metrics(workers, models);
    var log = new AccessLog(options.accessLog(), System.out, Clock.systemUTC());
    var observer =
        new Observer(metrics, log, options.listener(), () -> phase.get() == Phase.STOPPING);
    options.certificate().ifPresent(certificate -> builder.tls(ServerTls.of(certificate)));
    return builder
        .host(options.host())
        .port(options.port())
        .maxPayloadSize(options.limits().uploadBytes() + PictureUpload.MOST_DISCARDED)
        .maxTcpConnections(options.limits().connections())
        .idleConnectionTimeout(options.limits().idle())
        .shutdownHook(false)
        .featuresDiscoverServices(false)
        .addFeature(health(phase))
        .addFeature(openApi())
        .directHandlers(Refusals.beforeRouting(options.limits(), observer))
        .shutdownGracePeriod(options.drainLimit())
        .routing(routing -> route(routing, options, models, workers, phase, metrics, observer))
        .build();
  }

  static void route(
      HttpRouting.Builder routing,
      ServerOptions options,
      LoadedModels models,
      Workers workers,
      AtomicReference<Phase> phase,
      Metrics metrics,
      Observer observer) {
    routing
        .addFeature(new FrontDoor(options, observer))
        .register(PredictBatchService.PATH, new PredictBatchService(models, workers))
        .register(PredictService.PATH, new PredictService(models, workers))
        .register(ModelsService.PATH, new ModelsService(models))
        .register(V1Service.PATH, new V1Service(models, workers))
        .register(V2Service.PATH, new V2Service(models, workers, () -> phase.get() == Phase.READY))
        .register(DocsService.PATH, new DocsService())
        .register(MetricsService.PATH, new MetricsService(metrics));
    for (String path : ONLY_READ) {
      routing.route(Refusals.BUT_GET, PathMatchers.exact(path), Refusals.only("GET"));
    }
    Refusals.route(routing);
  }

  /// What holds for the whole process. Not as soon as this class is looked at: that would keep the
  /// models waiting.
  private static final class Once {
    static {
      keepMappers();
      OldGarbage.keepLittle();
    }

    static void settle() {
      // The first call has the above done.
    }

    /// Left to itself, Helidon makes its mappers, which turn a header into a number, anew for each
    /// header that is read, and looks through everything it knows of to do so: a sixth of the time
    /// that a small request took. Deprecated or not, there is no other way to have them kept.
    @SuppressWarnings("removal")
    private static void keepMappers() {
      MapperManager.global(MapperManager.create());
    }
  }

  /// By itself it lets every page read the description; and this is the way to stop it until the
  /// next version has another.
  @SuppressWarnings("removal")
  private static OpenApiFeature openApi() {
    return OpenApiFeature.builder()
        .servicesDiscoverServices(false)
        .cors(cors -> cors.enabled(false))
        .build();
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
  /// can still be told.
  private static void checkThatItCanListen(ServerOptions options) {
    try {
      tryToBind(options.host(), options.port());
    } catch (IOException | RuntimeException refused) {
      throw notStarted(options, refused);
    }
  }

  /// Should the port be taken since it was tried, the server is simply not running afterwards.
  private static void listen(WebServer server, ServerOptions options) {
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
