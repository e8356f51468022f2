package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import io.helidon.http.Status;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// An inference request of the Open Inference Protocol.
///
/// @param id comes back in the answer
/// @param parameters come back in the answer
/// @param outputs which ones are wanted, in order; all if empty
/// @param binary whether outputs are wanted in binary that say nothing of it themselves
record V2Request(
    Optional<String> id,
    Optional<JsonNode> parameters,
    List<Glyph> glyphs,
    List<Wanted> outputs,
    boolean binary) {
  private static final String INPUT = "inputs[0]";

  /// An output that is asked for.
  ///
  /// @param binary whether in binary, if that is said
  record Wanted(String name, Optional<Boolean> binary) {}

  /// @throws Refusal saying what is wrong with it
  static V2Request of(V2Body body) {
    return Json.object(
        body.bytes(), body.json(), (parser, tensors) -> read(parser, tensors, body.binary()));
  }

  private static V2Request read(
      JsonParser parser, Function<String, Tensor> tensors, ByteBuffer binary) {
    var members = new HashMap<String, JsonNode>();
    List<Input> inputs = List.of();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("inputs")) {
        inputs = inputs(parser, tensors);
      } else {
        members.put(name, parser.readValueAsTree());
      }
    }
    Optional<JsonNode> parameters = parameters(member(members, "parameters"));
    return new V2Request(
        text(member(members, "id"), "id"),
        parameters,
        glyphs(inputs, binary),
        outputs(member(members, "outputs")),
        parameters.flatMap(said -> truth(said, "binary_data_output")).orElse(false));
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

  private static List<Input> inputs(JsonParser parser, Function<String, Tensor> tensors) {
    var inputs = new ArrayList<Input>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!inputs.isEmpty() || parser.currentToken() != JsonToken.START_OBJECT) {
        throw notOne();
      }
      inputs.add(input(parser, tensors));
    }
    return inputs;
  }

  private static Input input(JsonParser parser, Function<String, Tensor> tensors) {
    var members = new HashMap<String, JsonNode>();
    Optional<Tensor> data = Optional.empty();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      if (name.equals("data")) {
        data = Optional.of(tensors.apply(INPUT + ".data"));
      } else {
        members.put(name, parser.readValueAsTree());
      }
    }
    return new Input(members, data);
  }

  private static Optional<JsonNode> parameters(JsonNode node) {
    if (!node.isMissingNode() && !node.isObject()) {
      throw refusal("'parameters' is an object of names and values: send one, or leave it out.");
    }
    return Optional.of(node).filter(JsonNode::isObject);
  }

  private static Optional<Boolean> truth(JsonNode parameters, String name) {
    JsonNode said = parameters.path(name);
    if (!said.isMissingNode() && !said.isBoolean()) {
      throw refusal("'%s' is true or false: send one of them, or leave it out.".formatted(name));
    }
    return Optional.of(said).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  private static List<Glyph> glyphs(List<Input> inputs, ByteBuffer binary) {
    if (inputs.isEmpty()) {
      throw notOne();
    }
    Input input = inputs.getFirst();
    if (!text(input.get("name"), "name").equals(Optional.of("glyph"))) {
      throw notOne();
    }
    V2Datatype datatype = datatype(text(input.get("datatype"), "datatype").orElse(""));
    List<Integer> shape = shape(input.get("shape"));
    Optional<Long> size =
        parameters(input.get("parameters"))
            .filter(said -> said.has("binary_data_size"))
            .map(said -> said.path("binary_data_size").asLong(-1));
    if (size.isEmpty() && !binary.hasRemaining()) {
      return GlyphBatch.all(shape, listed(input, datatype, shape), INPUT);
    }
    long needed = (long) Tensor.count(shape) * datatype.size();
    if (input.data.isPresent() || size.orElse(-1L) != needed || binary.remaining() != needed) {
      throw refusal(
          "%s has %,d bytes of %s behind the JSON: send exactly those, say so in its binary_data_size, and no data."
              .formatted(INPUT, needed, datatype));
    }
    return GlyphBatch.all(shape, datatype.values(binary), INPUT);
  }

  private static V2Datatype datatype(String name) {
    return Stream.of(V2Datatype.values())
        .filter(datatype -> datatype.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                refusal(
                    INPUT
                        + " has a datatype that is not taken here: send FP16, FP32, FP64, or INT or UINT of any size."));
  }

  /// The numbers in the JSON.
  private static float[] listed(Input input, V2Datatype datatype, List<Integer> shape) {
    Tensor data = input.data.orElseThrow(() -> refusal(INPUT + " has no data: send its numbers."));
    if (!data.shape().equals(shape) && !data.shape().equals(List.of(Tensor.count(shape)))) {
      throw refusal(
          "%s has data of the shape %s, but says that it is %s: send as many numbers as the shape has room for, flat or nested."
              .formatted(INPUT, data.shape(), shape));
    }
    if (datatype.isWhole() && !data.isWhole()) {
      throw refusal(
          INPUT
              + " has fractions in data of the datatype %s: send it as FP32.".formatted(datatype));
    }
    return data.values();
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

  private static List<Wanted> outputs(JsonNode outputs) {
    if (!outputs.isMissingNode() && !outputs.isArray()) {
      throw refusal("'outputs' is a list of objects with a name each: send one, or leave it out.");
    }
    var wanted = new ArrayList<Wanted>();
    for (JsonNode output : outputs) {
      wanted.add(
          new Wanted(
              text(output.path("name"), "name")
                  .orElseThrow(() -> refusal("Each of the 'outputs' has a 'name'.")),
              parameters(output.path("parameters")).flatMap(said -> truth(said, "binary_data"))));
    }
    return wanted;
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
