package dev.inkling.api;

import dev.inkling.model.Inkling;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.Prediction;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.BooleanSupplier;

/// `/v2/…`: the Open Inference Protocol, which KServe, Triton and others speak.
final class V2Service implements HttpService {
  static final String PATH = "/v2";

  private final LoadedModels models;
  private final Workers workers;
  private final BooleanSupplier ready;

  V2Service(LoadedModels models, Workers workers, BooleanSupplier ready) {
    this.models = models;
    this.workers = workers;
    this.ready = ready;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::server)
        .any("/", Refusals.only("GET"))
        .get("/health/live", this::live)
        .any("/health/live", Refusals.only("GET"))
        .get("/health/ready", this::ready)
        .any("/health/ready", Refusals.only("GET"));
    for (String path : List.of("/models/{name}", "/models/{name}/versions/{version}")) {
      rules
          .get(path, this::model)
          .any(path, Refusals.only("GET"))
          .get(path + "/ready", this::modelReady)
          .any(path + "/ready", Refusals.only("GET"))
          .post(path + "/infer", this::infer)
          .any(path + "/infer", Refusals.only("POST"));
    }
  }

  private record Server(String name, String version, List<String> extensions) {}

  private void server(ServerRequest request, ServerResponse response) {
    Json.send(response, new Server("inkling", Inkling.version(), List.of("binary_tensor_data")));
  }

  private record Live(boolean live) {}

  private void live(ServerRequest request, ServerResponse response) {
    Json.send(response, new Live(true));
  }

  /// The protocol's text names the member `live` here too, its implementations `ready`.
  private record Ready(boolean live, boolean ready) {}

  private void ready(ServerRequest request, ServerResponse response) {
    if (!ready.getAsBoolean()) {
      throw new Busy("Inkling is not ready: ask again in a second.");
    }
    Json.send(response, new Ready(true, true));
  }

  private void model(ServerRequest request, ServerResponse response) {
    Json.send(response, ModelPath.of(request).ask(models, V2Model::metadata));
  }

  private record ModelReady(String name, boolean ready) {}

  private void modelReady(ServerRequest request, ServerResponse response) {
    ModelCard card = ModelPath.of(request).ask(models, Classifier::card);
    Json.send(response, new ModelReady(card.name(), true));
  }

  private void infer(ServerRequest request, ServerResponse response) throws InterruptedException {
    V2Body body = V2Body.of(request);
    try (SharedClassifier.Held held = ModelPath.of(request).hold(models)) {
      Read read = read(body, held);
      V2Model.Reply reply = V2Model.reply(held.classifier(), read.request, read.predictions);
      read.predictions.forEach(Exchange.of(request)::predicted);
      V2Body.send(response, reply.answer(), reply.tensors());
    }
  }

  /// What was asked, and what it is.
  private record Read(V2Request request, List<Prediction> predictions) {}

  /// A long request is read on one of the threads and answered there at once: what is made of it
  /// takes several times its room, and would wait in memory for a second turn.
  private Read read(V2Body body, SharedClassifier.Held held) throws InterruptedException {
    if (Workers.isLong(body.bytes().length)) {
      return held.askOn(
          workers,
          classifier -> {
            V2Request request = V2Request.of(body);
            return new Read(request, classifier.classify(request.glyphs()));
          });
    }
    V2Request request = V2Request.of(body);
    return new Read(request, held.classify(workers, request.glyphs()));
  }
}
