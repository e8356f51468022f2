package dev.inkling.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Prediction;
import io.helidon.http.Status;
import java.util.ArrayList;
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

  /// @param parameters only of values that stand behind the JSON
  /// @param data of all glyphs in one list; none if it stands there
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Values(
      String name,
      String datatype,
      List<Integer> shape,
      Optional<Size> parameters,
      Optional<List<? extends Number>> data) {
    static Values listed(Described output, List<? extends Number> data) {
      return new Values(
          output.name, output.datatype, output.shape, Optional.empty(), Optional.of(data));
    }

    static Values behind(Described output, int bytes) {
      return new Values(
          output.name,
          output.datatype,
          output.shape,
          Optional.of(new Size(bytes)),
          Optional.empty());
    }
  }

  record Size(@JsonProperty("binary_data_size") int bytes) {}

  /// An answer, and the tensors that stand behind it in binary.
  record Reply(Answer answer, List<byte[]> tensors) {}

  /// @throws Refusal if the model has no output of a name that is asked for
  static Reply reply(Classifier classifier, V2Request request, List<Prediction> predictions) {
    ModelId id = classifier.card().id();
    var values = new ArrayList<Values>();
    var tensors = new ArrayList<byte[]>();
    for (Chosen each : chosen(classifier, request)) {
      Described output = each.output.described(predictions.size());
      if (each.binary) {
        byte[] tensor = each.output.bytes(predictions);
        tensors.add(tensor);
        values.add(Values.behind(output, tensor.length));
      } else {
        values.add(Values.listed(output, each.output.values(predictions)));
      }
    }
    var answer =
        new Answer(
            id.name(), String.valueOf(id.version()), request.id(), request.parameters(), values);
    return new Reply(answer, tensors);
  }

  /// An output that is answered.
  ///
  /// @param binary whether behind the JSON
  private record Chosen(V2Output output, boolean binary) {}

  /// The outputs that are asked for, or all if none is named.
  ///
  /// @throws Refusal if the model has none of such a name
  private static List<Chosen> chosen(Classifier classifier, V2Request request) {
    List<V2Output> known = outputs(classifier);
    if (request.outputs().isEmpty()) {
      return known.stream().map(output -> new Chosen(output, request.binary())).toList();
    }
    return request.outputs().stream()
        .map(
            wanted ->
                known.stream()
                    .filter(output -> output.label().equals(wanted.name()))
                    .findFirst()
                    .map(output -> new Chosen(output, wanted.binary().orElse(request.binary())))
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
