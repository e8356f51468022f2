package dev.inkling.api;

import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Explanation;
import dev.inkling.model.serving.NumberReading;
import dev.inkling.model.serving.Prediction;
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
    WantedReasons wanted = WantedReasons.of(request);
    boolean multiple =
        Wish.of(request, "multiple", "send ?multiple=true to get all digits of a number.");
    Optional<String> name = request.query().first("model").asOptional();
    Read read =
        workers.run(
            () -> models.ask(name, classifier -> read(classifier, upload, wanted, multiple)));
    exchange.predicted(read.prediction);
    Json.send(response, read.body);
  }

  private record Read(Prediction prediction, PredictionBody body) {}

  private static Read read(
      Classifier classifier, byte[] upload, WantedReasons wanted, boolean multiple) {
    Optional<NumberReading> reading =
        multiple ? Optional.of(classifier.readNumber(upload)) : Optional.empty();
    Explanation explanation =
        reading.map(NumberReading::whole).orElseGet(() -> classifier.explain(upload));
    PredictionBody body =
        wanted.any()
            ? PredictionBody.of(
                explanation,
                classifier.saliency(List.of(explanation.seen())).map(List::getFirst),
                wanted.digit().map(digit -> classifier.evidence(explanation.seen(), digit)))
            : PredictionBody.of(explanation.prediction());
    return new Read(
        explanation.prediction(), reading.map(NumberReading::number).map(body::with).orElse(body));
  }
}
