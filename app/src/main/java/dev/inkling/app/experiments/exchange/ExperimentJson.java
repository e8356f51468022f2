package dev.inkling.app.experiments.exchange;

import dev.inkling.app.document.DrawingText;
import dev.inkling.app.experiments.Experiment;
import dev.inkling.app.experiments.Reading;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An experiment as JSON, with everything but its picture, which lies beside it as a file:
///
/// ```json
/// {"at":"2026-11-25T09:00:00Z","person":"Ada","truth":7,"picture":"pictures/00001.png",
///  "strokes":"inkling drawing 1…","readings":[{"model":"robust","version":1,"digit":9,
///  "confidence":0.81,"verdict":"digit","probabilities":[…]}]}
/// ```
final class ExperimentJson {
  private ExperimentJson() {}

  static ObjectNode of(Experiment experiment, String picture) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("at", experiment.at().toString());
    json.put("person", experiment.person());
    experiment
        .truth()
        .ifPresentOrElse(digit -> json.put("truth", digit), () -> json.putNull("truth"));
    json.put("picture", picture);
    experiment.strokes().ifPresent(strokes -> json.put("strokes", DrawingText.of(strokes)));
    var readings = json.putArray("readings");
    experiment.readings().forEach(reading -> put(reading, readings.addObject()));
    return json;
  }

  private static void put(Reading reading, ObjectNode json) {
    json.put("model", reading.model().name());
    json.put("version", reading.model().version());
    json.put("digit", reading.digit());
    json.put("confidence", reading.confidence());
    json.put("verdict", reading.verdict().name().toLowerCase(Locale.ROOT));
    var probabilities = json.putArray("probabilities");
    reading.probabilities().forEach(probabilities::add);
  }

  static String picture(JsonNode json) {
    return json.required("picture").stringValue();
  }

  /// The experiment again. Whatever has another shape than it should ends in a
  /// [RuntimeException], for it comes from outside.
  ///
  /// @throws IOException if its strokes are damaged
  static Experiment read(JsonNode json, byte[] png) throws IOException {
    JsonNode truth = json.required("truth");
    Optional<JsonNode> strokes = json.optional("strokes");
    return new Experiment(
        Instant.parse(json.required("at").stringValue()),
        json.required("person").stringValue(),
        truth.isNull() ? OptionalInt.empty() : OptionalInt.of(truth.intValue()),
        strokes.isPresent()
            ? Optional.of(DrawingText.read(strokes.get().stringValue()))
            : Optional.empty(),
        png,
        readings(json));
  }

  private static List<Reading> readings(JsonNode json) {
    return json.required("readings").valueStream().map(ExperimentJson::reading).toList();
  }

  private static Reading reading(JsonNode json) {
    return new Reading(
        new ModelId(json.required("model").stringValue(), json.required("version").intValue()),
        json.required("digit").intValue(),
        json.required("confidence").doubleValue(),
        Verdict.valueOf(json.required("verdict").stringValue().toUpperCase(Locale.ROOT)),
        json.required("probabilities").valueStream().map(JsonNode::doubleValue).toList());
  }
}
