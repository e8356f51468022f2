package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

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
    return Json.object(body, V2Request::read);
  }

  private static V2Request read(JsonParser parser) {
    var members = new HashMap<String, JsonNode>();
    List<Input> inputs = List.of();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("inputs")) {
        inputs = inputs(parser);
      } else {
        members.put(name, parser.readValueAsTree());
      }
    }
    return new V2Request(
        text(member(members, "id"), "id"),
        Optional.of(member(members, "parameters")).filter(V2Request::isParameters),
        glyphs(inputs),
        outputs(member(members, "outputs")));
  }

  private static JsonNode member(Map<String, JsonNode> members, String name) {
    return members.getOrDefault(name, MissingNode.getInstance());
  }

  /// A tensor, and what else is said of it.
  private record Input(Map<String, JsonNode> members, Optional<Tensor> data) {
    JsonNode get(String name) {
      return member(members, name);
    }
  }

  private static List<Input> inputs(JsonParser parser) {
    var inputs = new ArrayList<Input>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!inputs.isEmpty() || parser.currentToken() != JsonToken.START_OBJECT) {
        throw notOne();
      }
      inputs.add(input(parser));
    }
    return inputs;
  }

  private static Input input(JsonParser parser) {
    var members = new HashMap<String, JsonNode>();
    Optional<Tensor> data = Optional.empty();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      if (name.equals("data")) {
        data = Optional.of(new TensorReader(parser, INPUT + ".data").read());
      } else {
        members.put(name, parser.readValueAsTree());
      }
    }
    return new Input(members, data);
  }

  private static boolean isParameters(JsonNode node) {
    if (!node.isMissingNode() && !node.isObject()) {
      throw refusal("'parameters' is an object of names and values: send one, or leave it out.");
    }
    return node.isObject();
  }

  private static List<Glyph> glyphs(List<Input> inputs) {
    if (inputs.isEmpty()) {
      throw notOne();
    }
    Input input = inputs.getFirst();
    if (!text(input.get("name"), "name").equals(Optional.of("glyph"))) {
      throw notOne();
    }
    String datatype = text(input.get("datatype"), "datatype").orElse("");
    if (!WHOLE.matcher(datatype).matches() && !BROKEN.matcher(datatype).matches()) {
      throw refusal(
          INPUT
              + " has a datatype that is not taken here: send FP32, FP64, or INT or UINT of any size.");
    }
    List<Integer> shape = shape(input.get("shape"));
    Tensor data = input.data.orElseThrow(() -> refusal(INPUT + " has no data: send its numbers."));
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
          text(output.path("name"), "name")
              .orElseThrow(() -> refusal("Each of the 'outputs' has a 'name'.")));
    }
    return names;
  }

  private static Optional<String> text(JsonNode value, String member) {
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw refusal("'%s' is a text: send it in quotes.".formatted(member));
    }
    return Optional.of(value.stringValue());
  }

  private static Refusal notOne() {
    return refusal("'inputs' is a list of one tensor, which is named 'glyph': send that.");
  }

  private static Refusal refusal(String detail) {
    return new Refusal(Status.BAD_REQUEST_400, detail);
  }
}
