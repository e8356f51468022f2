package dev.inkling.api;

import dev.inkling.model.serving.Explanation;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/// `POST /predict`: a picture in, a digit out.
final class PredictService implements HttpService {
  static final String PATH = "/predict";

  private static final String EXPLAIN = "explain";

  private final LoadedModels models;
  private final Workers workers;

  PredictService(LoadedModels models, Workers workers) {
    this.models = models;
    this.workers = workers;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/", this::predict).any("/", Refusals.only("POST"));
  }

  private void predict(ServerRequest request, ServerResponse response) throws InterruptedException {
    byte[] upload = PictureUpload.of(request);
    Exchange exchange = Exchange.of(request);
    exchange.uploaded(upload.length);
    boolean explain = wantsExplanation(request);
    Optional<String> name = request.query().first("model").asOptional();
    Explanation explanation =
        workers.run(() -> models.ask(name, classifier -> classifier.explain(upload)));
    exchange.predicted(explanation.prediction());
    Json.send(
        response,
        explain ? PredictionBody.of(explanation) : PredictionBody.of(explanation.prediction()));
  }

  private static boolean wantsExplanation(ServerRequest request) {
    if (!request.query().contains(EXPLAIN)) {
      return false;
    }
    return switch (request.query().first(EXPLAIN).orElse("")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Refusal(
              Status.BAD_REQUEST_400,
              "'explain' is either true or false: send ?explain=true to get what the network saw.");
    };
  }
}
