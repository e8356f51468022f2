package dev.inkling.api;

import dev.inkling.model.ink.Point;
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
    PictureUpload sent = PictureUpload.in(request);
    byte[] upload = sent.picture();
    Exchange exchange = Exchange.of(request);
    exchange.uploaded(upload);
    WantedReasons wanted = WantedReasons.of(request);
    boolean multiple =
        Wish.of(request, "multiple", "send ?multiple=true to get all digits of a number.");
    Optional<String> name = request.query().first("model").asOptional();
    Read read =
        workers.run(
            () ->
                models.ask(
                    name,
                    classifier ->
                        multiple
                            ? number(classifier, upload, strokes(sent), wanted)
                            : digit(classifier, upload, wanted)));
    exchange.predicted(read.prediction);
    Json.send(response, read.body);
  }

  private record Read(Prediction prediction, PredictionBody body) {}

  private static List<List<Point>> strokes(PictureUpload sent) {
    return sent.field(PenStrokes.FIELD).map(PenStrokes::of).orElse(List.of());
  }

  private static Read digit(Classifier classifier, byte[] upload, WantedReasons wanted) {
    Explanation explanation = classifier.explain(upload);
    return new Read(explanation.prediction(), body(classifier, explanation, wanted));
  }

  private static Read number(
      Classifier classifier, byte[] upload, List<List<Point>> strokes, WantedReasons wanted) {
    NumberReading reading = classifier.readNumber(upload, strokes);
    PredictionBody body = body(classifier, reading.whole(), wanted);
    return new Read(reading.whole().prediction(), body.with(reading.number()));
  }

  private static PredictionBody body(
      Classifier classifier, Explanation explanation, WantedReasons wanted) {
    return wanted.any()
        ? PredictionBody.of(
            explanation,
            classifier.saliency(List.of(explanation.seen())).map(List::getFirst),
            wanted.digit().map(digit -> classifier.evidence(explanation.seen(), digit)))
        : PredictionBody.of(explanation.prediction());
  }
}
