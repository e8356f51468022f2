package dev.inkling.api;

import dev.inkling.model.ModelUnusable;
import dev.inkling.model.serving.ModelStore;
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
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// The running HTTP server.
public final class InklingServer implements AutoCloseable {
  /// What Helidon's own features answer; they would say that there is no such path.
  private static final List<String> ONLY_READ =
      List.of("/openapi", "/health", "/health/live", "/health/ready");

  private final WebServer server;
  private final Workers workers;
  private final LoadedModels models;
  private final ConnectionWatch watch;
  private final ServerOptions options;
  private final AtomicBoolean ready;

  private InklingServer(
      ServerOptions options, LoadedModels models, Workers workers, AtomicBoolean ready) {
    WebServerConfig.Builder builder = WebServer.builder();
    this.watch = ConnectionWatch.over(builder, options.limits());
    this.server = build(builder, options, models, workers, ready);
    this.workers = workers;
    this.models = models;
    this.options = options;
    this.ready = ready;
  }

  /// Listens, then loads and warms every model of the store; returns when all of them answer.
  ///
  /// @throws PortTaken if another program listens there
  /// @throws ServerNotStarted if it can't listen for another reason
  /// @throws ModelUnusable naming the model file that is wrong; nothing listens then
  public static InklingServer start(ServerOptions options, ModelStore store) {
    var server =
        new InklingServer(
            options, new LoadedModels(), new Workers(options.limits()), new AtomicBoolean());
    server.watch.start();
    try {
      listen(server.server, options);
      server.models.load(store);
    } catch (RuntimeException unusable) {
      server.close();
      throw unusable;
    }
    server.ready.set(true);
    return server;
  }

  /// Where it answers, such as `http://127.0.0.1:8000`.
  public URI address() {
    String name = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return URI.create(options.scheme() + "://" + name + ":" + server.port());
  }

  /// Says that it is no longer ready, answers what it has accepted, and stops.
  @Override
  public void close() {
    ready.set(false);
    server.stop();
    watch.close();
    workers.close();
    models.close();
  }

  static WebServer build(
      WebServerConfig.Builder builder,
      ServerOptions options,
      LoadedModels models,
      Workers workers,
      AtomicBoolean ready) {
    options.certificate().ifPresent(certificate -> builder.tls(ServerTls.of(certificate)));
    return builder
        .host(options.host())
        .port(options.port())
        .maxPayloadSize(options.limits().uploadBytes() + PictureUpload.MOST_DISCARDED)
        .maxTcpConnections(options.limits().connections())
        .idleConnectionTimeout(options.limits().idle())
        .shutdownHook(false)
        .featuresDiscoverServices(false)
        .addFeature(health(ready))
        .addFeature(openApi())
        .directHandlers(Refusals.beforeRouting(options.limits()))
        .routing(routing -> route(routing, options, models, workers, ready))
        .build();
  }

  static void route(
      HttpRouting.Builder routing,
      ServerOptions options,
      LoadedModels models,
      Workers workers,
      AtomicBoolean ready) {
    routing
        .addFeature(new FrontDoor(options))
        .register(PredictBatchService.PATH, new PredictBatchService(models, workers))
        .register(PredictService.PATH, new PredictService(models, workers))
        .register(ModelsService.PATH, new ModelsService(models))
        .register(V1Service.PATH, new V1Service(models, workers))
        .register(V2Service.PATH, new V2Service(models, workers, ready))
        .register(DocsService.PATH, new DocsService());
    for (String path : ONLY_READ) {
      routing.route(Refusals.BUT_GET, PathMatchers.exact(path), Refusals.only("GET"));
    }
    Refusals.route(routing);
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

  private static ObserveFeature health(AtomicBoolean ready) {
    return ObserveFeature.builder()
        .endpoint("/")
        .observersDiscoverServices(false)
        .addObserver(
            HealthObserver.builder()
                .details(true)
                .useSystemServices(false)
                .addCheck(
                    () -> HealthCheckResponse.builder().status(ready.get()).build(),
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
