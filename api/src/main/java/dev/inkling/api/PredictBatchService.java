package dev.inkling.api;

import dev.inkling.model.InklingException;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.Prepared;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// `POST /predict/batch`: many pictures in, a digit or a problem out for each, in order.
///
/// One picture is decoded at a time: sixty-four of sixteen megapixels would be gigabytes, and
/// between two of them the other callers have their turn. What the network sees of them is small,
/// and it sees all of it in one run.
final class PredictBatchService implements HttpService {
  static final String PATH = "/predict/batch";

  /// What became of one picture before the network was asked.
  private sealed interface Outcome {
    record Ready(Prepared prepared) implements Outcome {}

    record Refused(Problem problem) implements Outcome {}
  }

  private final LoadedModels models;
  private final Workers workers;

  PredictBatchService(LoadedModels models, Workers workers) {
    this.models = models;
    this.workers = workers;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/", this::predict).any("/", Refusals.only("POST"));
  }

  private void predict(ServerRequest request, ServerResponse response) throws InterruptedException {
    List<byte[]> uploads = PictureUpload.in(request).pictures(GlyphBatch.MOST_PICTURES);
    Exchange exchange = Exchange.of(request);
    try (SharedClassifier.Held held = models.hold(request.query().first("model").asOptional())) {
      var outcomes = new ArrayList<Outcome>(uploads.size());
      for (byte[] upload : uploads) {
        exchange.uploaded(upload);
        outcomes.add(held.askOn(workers, classifier -> outcome(classifier, upload)));
      }
      List<Prepared> ready = ready(outcomes);
      List<Prediction> predictions = held.askOn(workers, classifier -> classifier.predict(ready));
      predictions.forEach(exchange::predicted);
      Json.send(response, Map.of("results", results(outcomes, predictions, RequestId.of(request))));
    }
  }

  private static Outcome outcome(Classifier classifier, byte[] upload) {
    try {
      return new Outcome.Ready(classifier.prepare(upload));
    } catch (InklingException refusal) {
      return new Outcome.Refused(Problem.of(refusal));
    }
  }

  private static List<Prepared> ready(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Ready.class::isInstance)
        .map(outcome -> ((Outcome.Ready) outcome).prepared())
        .toList();
  }

  private static List<Object> results(
      List<Outcome> outcomes, List<Prediction> predictions, String requestId) {
    Iterator<Prediction> next = predictions.iterator();
    var results = new ArrayList<Object>(outcomes.size());
    for (Outcome outcome : outcomes) {
      results.add(
          switch (outcome) {
            case Outcome.Ready _ -> PredictionBody.of(next.next());
            case Outcome.Refused(Problem problem) -> problem.members(requestId);
          });
    }
    return results;
  }
}
