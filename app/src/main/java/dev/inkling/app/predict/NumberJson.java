package dev.inkling.app.predict;

import dev.inkling.model.ink.Box;
import dev.inkling.model.serving.PlacedDigit;
import dev.inkling.model.serving.WrittenNumber;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What `/predict?multiple=true` answers, read. Whatever has another shape than it should ends in a
/// [RuntimeException], for it comes from outside.
final class NumberJson {
  private NumberJson() {}

  static WrittenNumber read(JsonNode body) {
    Iterator<PlacedDigit> digits =
        body.required("digits").valueStream().map(NumberJson::digit).iterator();
    var lines = new ArrayList<List<PlacedDigit>>();
    for (String line : body.required("number").stringValue().split("\n", -1)) {
      lines.add(Stream.generate(digits::next).limit(line.length()).toList());
    }
    return new WrittenNumber(lines);
  }

  private static PlacedDigit digit(JsonNode json) {
    JsonNode box = json.required("box");
    int left = box.required("left").intValue();
    int top = box.required("top").intValue();
    return new PlacedDigit(
        json.required("digit").intValue(),
        json.required("confidence_score").doubleValue(),
        AnswerJson.verdict(json),
        new Box(
            left,
            top,
            left + box.required("width").intValue(),
            top + box.required("height").intValue()));
  }
}
