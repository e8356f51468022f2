package dev.inkling.api;

import dev.inkling.model.InklingException;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.Saliency;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// `/v1/models/…`: the REST API of TensorFlow Serving, and KServe's V1 protocol, which is the same
/// with a list of models and `:explain`.
final class V1Service implements HttpService {
  static final String PATH = "/v1/models";

  private static final String ONE = "/{name}";
  private static final String VERSION = "/{name}/versions/{version}";

  private final LoadedModels models;
  private final Workers workers;

  V1Service(LoadedModels models, Workers workers) {
    this.models = models;
    this.workers = workers;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::list)
        .any("/", Refusals.only("GET"))
        .post(ONE + ":explain", this::explain)
        .any(ONE + ":explain", Refusals.only("POST"));
    for (String path : List.of(ONE, VERSION)) {
      rules
          .post(path + ":predict", this::predict)
          .any(path + ":predict", Refusals.only("POST"))
          .get(path + "/metadata", this::metadata)
          .any(path + "/metadata", Refusals.only("GET"))
          .get(path, this::status)
          .any(path, Refusals.only("GET"));
    }
  }

  private void list(ServerRequest request, ServerResponse response) {
    List<String> names = models.cards().stream().map(ModelCard::name).toList();
    Json.send(response, Map.of("models", names));
  }

  private void status(ServerRequest request, ServerResponse response) {
    Json.send(
        response, ModelPath.of(request).ask(models, model -> V1Model.status(model.card().id())));
  }

  private void metadata(ServerRequest request, ServerResponse response) {
    Json.send(response, ModelPath.of(request).ask(models, V1Model::metadata));
  }

  private void predict(ServerRequest request, ServerResponse response) throws InterruptedException {
    byte[] body = PictureUpload.body(request);
    Exchange exchange = Exchange.of(request);
    try (SharedClassifier.Held held = ModelPath.of(request).hold(models)) {
      V1Request asked = workers.read(body.length, () -> V1Request.of(body));
      V1Signature signature = V1Signature.of(asked.signature(), held.classifier());
      List<Glyph> glyphs = glyphs(asked, held, exchange);
      V1Outputs outputs = signature.ask(held, workers, glyphs);
      outputs.predictions().forEach(exchange::predicted);
      Json.send(
          response,
          asked.byRow()
              ? Map.of("predictions", outputs.rows())
              : Map.of("outputs", outputs.columns()));
    }
  }

  /// What `:predict` answers, and why.
  private record Explained(List<?> predictions, List<Reason> explanations) {}

  /// On which pixels the answer to one glyph hangs.
  private record Reason(int digit, float[][] saliency) {}

  private void explain(ServerRequest request, ServerResponse response) throws InterruptedException {
    byte[] body = PictureUpload.body(request);
    Exchange exchange = Exchange.of(request);
    try (SharedClassifier.Held held = ModelPath.of(request).hold(models)) {
      V1Request asked = workers.read(body.length, () -> V1Request.of(body));
      List<Glyph> glyphs = glyphs(asked, held, exchange);
      Reasoned reasoned = held.askOn(workers, classifier -> reasoned(classifier, glyphs));
      reasoned.outputs.predictions().forEach(exchange::predicted);
      Json.send(response, new Explained(reasoned.outputs.rows(), reasoned.reasons));
    }
  }

  private record Reasoned(V1Outputs outputs, List<Reason> reasons) {}

  private static Reasoned reasoned(Classifier classifier, List<Glyph> glyphs) {
    List<Saliency> saliencies =
        classifier
            .saliency(glyphs)
            .orElseThrow(
                () ->
                    new Refusal(
                        Status.NOT_IMPLEMENTED_501,
                        "The model '%s' can't explain itself, as it was written without its saliency signature: train it again, or ask another."
                            .formatted(classifier.card().name())));
    List<Prediction> predictions = classifier.classify(glyphs);
    return new Reasoned(
        V1Outputs.of(predictions, classifier),
        IntStream.range(0, glyphs.size())
            .mapToObj(i -> new Reason(predictions.get(i).digit(), saliencies.get(i).rows()))
            .toList());
  }

  /// Pictures are decoded one at a time, as [PredictBatchService] does.
  private List<Glyph> glyphs(V1Request asked, SharedClassifier.Held held, Exchange exchange)
      throws InterruptedException {
    var glyphs = new ArrayList<Glyph>(asked.instances().size());
    for (V1Request.Instance instance : asked.instances()) {
      glyphs.add(
          switch (instance) {
            case V1Request.Instance.Framed(Glyph glyph) -> glyph;
            case V1Request.Instance.Picture(byte[] upload) -> {
              int index = glyphs.size();
              exchange.uploaded(upload);
              yield held.askOn(workers, classifier -> prepared(classifier, upload, index));
            }
          });
    }
    return glyphs;
  }

  private static Glyph prepared(Classifier classifier, byte[] upload, int index) {
    try {
      return classifier.prepare(upload).glyph();
    } catch (InklingException refusal) {
      Problem problem = Problem.of(refusal);
      throw new Refusal(
          problem.status(), "Picture %d: %s".formatted(index, problem.detail()), refusal);
    }
  }
}
