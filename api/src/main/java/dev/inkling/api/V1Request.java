package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import io.helidon.http.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What a caller of TensorFlow Serving's REST API or of KServe's V1 sends.
///
/// @param byRow `instances` were sent, and not `inputs`; the answer takes the same form
/// @param signature which one is asked for; the default if empty
record V1Request(boolean byRow, List<Instance> instances, Optional<String> signature) {
  /// One thing to read.
  sealed interface Instance {
    /// In numbers.
    record Framed(Glyph glyph) implements Instance {}

    /// A PNG, JPEG or BMP file, sent as `{"b64": …}`.
    record Picture(byte[] upload) implements Instance {}
  }

  private static final String BY_ROW = "instances";
  private static final String BY_COLUMN = "inputs";

  /// @throws Refusal saying what is wrong with it
  static V1Request of(byte[] body) {
    return Json.object(body, body.length, V1Request::read);
  }

  private static V1Request read(JsonParser parser, Function<String, Tensor> tensors) {
    var instances = new HashMap<String, List<Instance>>();
    String signature = "";
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case BY_ROW -> instances.put(name, new V1Instances(parser, tensors, name).rows());
        case BY_COLUMN -> instances.put(name, new V1Instances(parser, tensors, name).columns());
        case "signature_name" -> signature = signature(parser);
        default -> parser.skipChildren();
      }
    }
    if (instances.size() != 1) {
      throw refusal("Send either 'instances' or 'inputs', a list of glyphs or pictures.");
    }
    return new V1Request(
        instances.containsKey(BY_ROW),
        instances.values().iterator().next(),
        Optional.of(signature).filter(text -> !text.isEmpty()));
  }

  private static String signature(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw refusal("'signature_name' is a text: send one in quotes, or leave it out.");
    }
    return parser.getString();
  }

  private static Refusal refusal(String detail) {
    return new Refusal(Status.BAD_REQUEST_400, detail);
  }
}
