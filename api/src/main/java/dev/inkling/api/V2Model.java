package dev.inkling.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Prediction;
import io.helidon.http.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What `/v2` tells of a model, and what the model answers there.
final class V2Model {
  private V2Model() {}

  record Metadata(
      String name,
      List<String> versions,
      String platform,
      List<Described> inputs,
      List<Described> outputs) {}

  /// @param shape -1 where any length will do
  record Described(String name, String datatype, List<Integer> shape) {}

  static Metadata metadata(Classifier classifier) {
    ModelId id = classifier.card().id();
    return new Metadata(
        id.name(),
        List.of(String.valueOf(id.version())),
        "tensorflow_savedmodel",
        List.of(new Described("glyph", "FP32", List.of(-1, Glyph.SIDE, Glyph.SIDE))),
        outputs(classifier).stream().map(output -> output.described(-1)).toList());
  }

  /// What is answered for a batch.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Answer(
      @JsonProperty("model_name") String name,
      @JsonProperty("model_version") String version,
      Optional<String> id,
      Optional<JsonNode> parameters,
      List<Values> outputs) {}

  /// @param data of all glyphs in one list
  record Values(String name, String datatype, List<Integer> shape, List<? extends Number> data) {}

  static Answer answer(
      ModelId id, V2Request request, List<V2Output> wanted, List<Prediction> predictions) {
    return new Answer(
        id.name(),
        String.valueOf(id.version()),
        request.id(),
        request.parameters(),
        wanted.stream().map(output -> output.of(predictions)).toList());
  }

  /// Those outputs of the model, or all if none is named.
  ///
  /// @throws Refusal if the model has none of such a name
  static List<V2Output> wanted(Classifier classifier, List<String> names) {
    List<V2Output> known = outputs(classifier);
    if (names.isEmpty()) {
      return known;
    }
    return names.stream()
        .map(
            name ->
                known.stream()
                    .filter(output -> output.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown(known)))
        .toList();
  }

  private static Refusal unknown(List<V2Output> known) {
    return new Refusal(
        Status.BAD_REQUEST_400,
        "The model has no output of that name: choose from %s."
            .formatted(String.join(", ", known.stream().map(V2Output::label).toList())));
  }

  private static List<V2Output> outputs(Classifier classifier) {
    return Stream.of(V2Output.values())
        .filter(output -> output != V2Output.DIGITNESS || classifier.tellsDigits())
        .toList();
  }
}
