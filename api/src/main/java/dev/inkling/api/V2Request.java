package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// An inference request of the Open Inference Protocol.
///
/// @param id comes back in the answer
/// @param parameters come back in the answer
/// @param outputs which ones are wanted, in order; all if empty
record V2Request(
    Optional<String> id, Optional<JsonNode> parameters, List<Glyph> glyphs, List<String> outputs) {
  private static final String INPUT = "inputs[0]";
  private static final Pattern WHOLE = Pattern.compile("U?INT(8|16|32|64)");
  private static final Pattern BROKEN = Pattern.compile("FP(32|64)");

  /// @throws Refusal saying what is wrong with it
  static V2Request of(byte[] body) {
    JsonNode object = Json.object(body);
    return new V2Request(
        text(object, "id"),
        Optional.of(object.path("parameters")).filter(V2Request::isParameters),
        glyphs(object.path("inputs")),
        outputs(object.path("outputs")));
  }

  private static boolean isParameters(JsonNode node) {
    if (!node.isMissingNode() && !node.isObject()) {
      throw refusal("'parameters' is an object of names and values: send one, or leave it out.");
    }
    return node.isObject();
  }

  private static List<Glyph> glyphs(JsonNode inputs) {
    JsonNode input = inputs.path(0);
    if (inputs.size() != 1 || !text(input, "name").equals(Optional.of("glyph"))) {
      throw refusal("'inputs' is a list of one tensor, which is named 'glyph': send that.");
    }
    String datatype = text(input, "datatype").orElse("");
    if (!WHOLE.matcher(datatype).matches() && !BROKEN.matcher(datatype).matches()) {
      throw refusal(
          INPUT
              + " has a datatype that is not taken here: send FP32, FP64, or INT or UINT of any size.");
    }
    List<Integer> shape = shape(input.path("shape"));
    Tensor data = Tensor.of(input.path("data"), INPUT + ".data");
    if (!data.shape().equals(shape) && !data.shape().equals(List.of(Tensor.count(shape)))) {
      throw refusal(
          "%s has data of the shape %s, but says that it is %s: send as many numbers as the shape has room for, flat or nested."
              .formatted(INPUT, data.shape(), shape));
    }
    if (WHOLE.matcher(datatype).matches() && !data.isWhole()) {
      throw refusal(
          INPUT
              + " has fractions in data of the datatype %s: send it as FP32.".formatted(datatype));
    }
    return GlyphBatch.all(shape, data.values(), INPUT);
  }

  private static List<Integer> shape(JsonNode lengths) {
    var shape = new ArrayList<Integer>();
    for (JsonNode length : lengths) {
      if (!lengths.isArray() || !length.isInt() || length.intValue() < 0) {
        throw refusal(INPUT + " has a shape that is no list of whole numbers: send [n, 28, 28].");
      }
      shape.add(length.intValue());
    }
    return List.copyOf(shape);
  }

  private static List<String> outputs(JsonNode outputs) {
    if (!outputs.isMissingNode() && !outputs.isArray()) {
      throw refusal("'outputs' is a list of objects with a name each: send one, or leave it out.");
    }
    var names = new ArrayList<String>();
    for (JsonNode output : outputs) {
      names.add(
          text(output, "name").orElseThrow(() -> refusal("Each of the 'outputs' has a 'name'.")));
    }
    return names;
  }

  private static Optional<String> text(JsonNode object, String member) {
    JsonNode value = object.path(member);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw refusal("'%s' is a text: send it in quotes.".formatted(member));
    }
    return Optional.of(value.stringValue());
  }

  private static Refusal refusal(String detail) {
    return new Refusal(Status.BAD_REQUEST_400, detail);
  }
}
