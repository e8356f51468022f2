package dev.inkling.api;

import dev.inkling.model.InklingException;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.Classifier;
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
    List<String> names = models.all().stream().map(model -> model.card().name()).toList();
    Json.send(response, Map.of("models", names));
  }

  private void status(ServerRequest request, ServerResponse response) {
    Json.send(response, V1Model.status(ModelPath.of(request).in(models).card().id()));
  }

  private void metadata(ServerRequest request, ServerResponse response) {
    Json.send(response, V1Model.metadata(ModelPath.of(request).in(models)));
  }

  private void predict(ServerRequest request, ServerResponse response) throws InterruptedException {
    byte[] body = PictureUpload.body(request);
    Classifier classifier = ModelPath.of(request).in(models);
    V1Request asked = workers.run(() -> V1Request.of(body));
    V1Signature signature = V1Signature.of(asked.signature(), classifier);
    List<Glyph> glyphs = glyphs(asked, classifier);
    V1Outputs outputs = workers.run(() -> signature.ask(classifier, glyphs));
    Json.send(
        response,
        asked.byRow()
            ? Map.of("predictions", outputs.rows())
            : Map.of("outputs", outputs.columns()));
  }

  /// What `:predict` answers, and why.
  private record Explained(List<?> predictions, List<Reason> explanations) {}

  /// On which pixels the answer to one glyph hangs.
  private record Reason(int digit, float[][] saliency) {}

  private void explain(ServerRequest request, ServerResponse response) throws InterruptedException {
    byte[] body = PictureUpload.body(request);
    Classifier classifier = ModelPath.of(request).in(models);
    V1Request asked = workers.run(() -> V1Request.of(body));
    List<Glyph> glyphs = glyphs(asked, classifier);
    Json.send(response, workers.run(() -> explained(classifier, glyphs)));
  }

  private static Explained explained(Classifier classifier, List<Glyph> glyphs) {
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
    return new Explained(
        V1Outputs.of(predictions, classifier).rows(),
        IntStream.range(0, glyphs.size())
            .mapToObj(i -> new Reason(predictions.get(i).digit(), saliencies.get(i).rows()))
            .toList());
  }

  /// Pictures are decoded one at a time, as [PredictBatchService] does.
  private List<Glyph> glyphs(V1Request asked, Classifier classifier) throws InterruptedException {
    var glyphs = new ArrayList<Glyph>(asked.instances().size());
    for (V1Request.Instance instance : asked.instances()) {
      glyphs.add(
          switch (instance) {
            case V1Request.Instance.Framed(Glyph glyph) -> glyph;
            case V1Request.Instance.Picture(byte[] upload) -> {
              int index = glyphs.size();
              yield workers.run(() -> prepared(classifier, upload, index));
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
