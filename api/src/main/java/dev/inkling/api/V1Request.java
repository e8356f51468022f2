package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

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

  private static final String GLYPH = "glyph";
  private static final String PICTURE = "b64";

  /// @throws Refusal saying what is wrong with it
  static V1Request of(byte[] body) {
    JsonNode object = Json.object(body);
    boolean byRow = object.has("instances");
    if (byRow == object.has("inputs")) {
      throw refusal("Send either 'instances' or 'inputs', a list of glyphs or pictures.");
    }
    String member = byRow ? "instances" : "inputs";
    JsonNode list = object.path(member);
    return new V1Request(
        byRow,
        instances(list.isObject() && !byRow ? glyphOf(list, member) : list, member),
        signature(object));
  }

  private static Optional<String> signature(JsonNode object) {
    JsonNode name = object.path("signature_name");
    if (name.isMissingNode()) {
      return Optional.empty();
    }
    if (!name.isString()) {
      throw refusal("'signature_name' is a text: send one in quotes, or leave it out.");
    }
    return Optional.of(name.stringValue()).filter(text -> !text.isEmpty());
  }

  private static List<Instance> instances(JsonNode list, String member) {
    if (!list.isArray() || list.isEmpty()) {
      throw refusal(
          "'%s' is a list with at least one glyph or picture in it: send one.".formatted(member));
    }
    GlyphBatch.checkCount(list.size(), GlyphBatch.MOST_GLYPHS, "glyphs");
    var instances = new ArrayList<Instance>(list.size());
    var shapes = new HashSet<List<Integer>>();
    int pictures = 0;
    for (JsonNode node : list) {
      String where = "%s[%d]".formatted(member, instances.size());
      JsonNode value = node.has(GLYPH) ? glyphOf(node, where) : node;
      if (value.isObject()) {
        GlyphBatch.checkCount(++pictures, GlyphBatch.MOST_PICTURES, "pictures");
        instances.add(new Instance.Picture(picture(value, where)));
      } else {
        Tensor tensor = new TensorReader(Json.tokens(value), where).read();
        instances.add(new Instance.Framed(GlyphBatch.one(tensor, where)));
        shapes.add(tensor.shape());
      }
    }
    if (shapes.size() > 1) {
      throw refusal(
          "'%s' is ragged: send all glyphs of a request in the same shape.".formatted(member));
    }
    return instances;
  }

  private static JsonNode glyphOf(JsonNode object, String where) {
    if (object.size() != 1 || !object.has(GLYPH)) {
      throw refusal(
          "%s has inputs that the model lacks: its one input is named '%s'."
              .formatted(where, GLYPH));
    }
    return object.get(GLYPH);
  }

  private static byte[] picture(JsonNode object, String where) {
    JsonNode text = object.path(PICTURE);
    if (object.size() != 1 || !text.isString()) {
      throw refusal(
          "%s is neither a glyph nor a picture: send numbers, or a PNG, JPEG or BMP file as {\"b64\": \"…\"}."
              .formatted(where));
    }
    try {
      return Base64.getDecoder().decode(text.stringValue());
    } catch (IllegalArgumentException malformed) {
      throw new Refusal(
          Status.BAD_REQUEST_400,
          "%s is not in base64: encode the file's bytes in the standard alphabet, without line breaks."
              .formatted(where),
          malformed);
    }
  }

  private static Refusal refusal(String detail) {
    return new Refusal(Status.BAD_REQUEST_400, detail);
  }
}
