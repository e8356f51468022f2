package dev.inkling.app.predict;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Placement;
import dev.inkling.model.ink.Steps;
import dev.inkling.model.serving.Evidence;
import dev.inkling.model.serving.Verdict;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// What `/predict` answers, read. Whatever has another shape than it should ends in a
/// [RuntimeException], for it comes from outside.
final class AnswerJson {
  private AnswerJson() {}

  static Answer read(JsonNode body) {
    JsonNode model = body.required("model");
    return new Answer(
        body.required("digit").intValue(),
        body.required("confidence_score").doubleValue(),
        body.required("probabilities").valueStream().map(JsonNode::doubleValue).toList(),
        verdict(body),
        "%s %s"
            .formatted(model.required("name").stringValue(), model.required("version").asString()),
        body.required("seen").binaryValue(),
        body.optional("preprocessing").map(AnswerJson::steps),
        body.optional("evidence").map(AnswerJson::evidence));
  }

  static Verdict verdict(JsonNode json) {
    return Verdict.valueOf(json.required("verdict").stringValue().toUpperCase(Locale.ROOT));
  }

  private static Steps steps(JsonNode json) {
    JsonNode picture = json.required("picture");
    JsonNode crop = json.required("crop");
    JsonNode placement = json.required("placement");
    return new Steps(
        json.required("name").stringValue(),
        picture.required("width").intValue(),
        picture.required("height").intValue(),
        new Steps.Crop(
            crop.required("left").intValue(),
            crop.required("top").intValue(),
            crop.required("width").intValue(),
            crop.required("height").intValue()),
        json.required("ink").stringValue().equals("darker"),
        json.required("removed")
            .valueStream()
            .map(name -> Steps.Removal.valueOf(name.stringValue().toUpperCase(Locale.ROOT)))
            .toList(),
        json.optional("pen")
            .map(
                pen ->
                    new Steps.Pen(
                        pen.required("found").doubleValue(),
                        pen.required("redrawn").doubleValue())),
        new Placement(
            placement.required("scale_x").doubleValue(),
            placement.required("scale_y").doubleValue(),
            placement.required("dx").doubleValue(),
            placement.required("dy").doubleValue()));
  }

  private static Evidence evidence(JsonNode json) {
    var ink = new float[Glyph.PIXELS];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = json.required("ink").required(i / Glyph.SIDE).required(i % Glyph.SIDE).floatValue();
    }
    return new Evidence(json.required("digit").intValue(), ink);
  }
}
