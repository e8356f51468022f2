package dev.inkling.api;

import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Explanation;
import dev.inkling.model.serving.Saliency;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
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
    exchange.uploaded(upload);
    boolean explain = wantsExplanation(request);
    Optional<String> name = request.query().first("model").asOptional();
    Read read =
        workers.run(() -> models.ask(name, classifier -> read(classifier, upload, explain)));
    exchange.predicted(read.explanation.prediction());
    Json.send(
        response,
        explain
            ? PredictionBody.of(read.explanation, read.saliency)
            : PredictionBody.of(read.explanation.prediction()));
  }

  /// @param saliency if it was asked for and the model can tell
  private record Read(Explanation explanation, Optional<Saliency> saliency) {}

  private static Read read(Classifier classifier, byte[] upload, boolean explain) {
    Explanation explanation = classifier.explain(upload);
    return new Read(
        explanation,
        explain
            ? classifier.saliency(List.of(explanation.seen())).map(List::getFirst)
            : Optional.empty());
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
