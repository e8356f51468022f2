package dev.inkling.api;

import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Explanation;
import dev.inkling.model.serving.NumberReading;
import dev.inkling.model.serving.Saliency;
import dev.inkling.model.serving.WrittenNumber;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/// `POST /predict`: a picture in, a digit out, or the number that several digits are.
final class PredictService implements HttpService {
  static final String PATH = "/predict";

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
    boolean explain =
        isWished(request, "explain", "send ?explain=true to get what the network saw.");
    boolean multiple =
        isWished(request, "multiple", "send ?multiple=true to get all digits of a number.");
    Optional<String> name = request.query().first("model").asOptional();
    Read read =
        workers.run(
            () -> models.ask(name, classifier -> read(classifier, upload, explain, multiple)));
    exchange.predicted(read.explanation.prediction());
    PredictionBody body =
        explain
            ? PredictionBody.of(read.explanation, read.saliency)
            : PredictionBody.of(read.explanation.prediction());
    Json.send(response, read.number.map(body::with).orElse(body));
  }

  /// @param saliency if it was asked for and the model can tell
  /// @param number if it was asked for
  private record Read(
      Explanation explanation, Optional<Saliency> saliency, Optional<WrittenNumber> number) {}

  private static Read read(
      Classifier classifier, byte[] upload, boolean explain, boolean multiple) {
    Optional<NumberReading> reading =
        multiple ? Optional.of(classifier.readNumber(upload)) : Optional.empty();
    Explanation explanation =
        reading.map(NumberReading::whole).orElseGet(() -> classifier.explain(upload));
    return new Read(
        explanation,
        explain
            ? classifier.saliency(List.of(explanation.seen())).map(List::getFirst)
            : Optional.empty(),
        reading.map(NumberReading::number));
  }

  private static boolean isWished(ServerRequest request, String parameter, String advice) {
    if (!request.query().contains(parameter)) {
      return false;
    }
    return switch (request.query().first(parameter).orElse("")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Refusal(
              Status.BAD_REQUEST_400,
              "'%s' is either true or false: %s".formatted(parameter, advice));
    };
  }
}
