package dev.inkling.api;

import dev.inkling.api.V1Request.Instance;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads what a request for V1 asks about, as it comes.
final class V1Instances {
  private static final String GLYPH = "glyph";
  private static final String PICTURE = "b64";

  private final JsonParser parser;
  private final Function<String, Tensor> tensors;
  private final String member;
  private final List<Instance> instances = new ArrayList<>();
  private final Set<List<Integer>> shapes = new HashSet<>();
  private int pictures;

  /// @param parser at the member's first token
  /// @param tensors as an [Json.ObjectReader] gets them
  /// @param member of the request
  V1Instances(JsonParser parser, Function<String, Tensor> tensors, String member) {
    this.parser = parser;
    this.tensors = tensors;
    this.member = member;
  }

  /// Reads a list, or an object whose one member `glyph` is that list.
  ///
  /// @throws Refusal saying what is wrong with it
  List<Instance> columns() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return rows();
    }
    if (!GLYPH.equals(parser.nextName())) {
      throw otherInputs(member);
    }
    parser.nextToken();
    List<Instance> list = rows();
    endGlyph(member);
    return list;
  }

  /// Reads a list.
  ///
  /// @throws Refusal saying what is wrong with it
  List<Instance> rows() {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        GlyphBatch.checkCount(instances.size() + 1, GlyphBatch.MOST_GLYPHS, "glyphs");
        instances.add(instance(member + "[" + instances.size() + "]"));
      }
    }
    if (instances.isEmpty()) {
      throw refusal("'%s' is a list with at least one glyph or picture in it: send one.", member);
    }
    if (shapes.size() > 1) {
      throw refusal("'%s' is ragged: send all glyphs of a request in the same shape.", member);
    }
    return instances;
  }

  private Instance instance(String where) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return framed(where);
    }
    String name = parser.nextName();
    if (!GLYPH.equals(name)) {
      return picture(name, where);
    }
    Instance glyph =
        parser.nextToken() == JsonToken.START_OBJECT
            ? picture(parser.nextName(), where)
            : framed(where);
    endGlyph(where);
    return glyph;
  }

  private Instance framed(String where) {
    Tensor tensor = tensors.apply(where);
    shapes.add(tensor.shape());
    return new Instance.Framed(GlyphBatch.one(tensor, where));
  }

  /// @param name of the object's first member
  private Instance picture(@Nullable String name, String where) {
    GlyphBatch.checkCount(++pictures, GlyphBatch.MOST_PICTURES, "pictures");
    if (!PICTURE.equals(name) || parser.nextToken() != JsonToken.VALUE_STRING) {
      throw noPicture(where);
    }
    String text = parser.getString();
    if (parser.nextName() != null) {
      throw noPicture(where);
    }
    try {
      return new Instance.Picture(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException malformed) {
      throw new Refusal(
          Status.BAD_REQUEST_400,
          "%s is not in base64: encode the file's bytes in the standard alphabet, without line breaks."
              .formatted(where),
          malformed);
    }
  }

  private void endGlyph(String where) {
    if (parser.nextName() != null) {
      throw otherInputs(where);
    }
  }

  private static Refusal otherInputs(String where) {
    return refusal(
        "%s has inputs that the model lacks: its one input is named '" + GLYPH + "'.", where);
  }

  private static Refusal noPicture(String where) {
    return refusal(
        "%s is neither a glyph nor a picture: send numbers, or a PNG, JPEG or BMP file as {\"b64\": \"…\"}.",
        where);
  }

  private static Refusal refusal(String sentence, String where) {
    return new Refusal(Status.BAD_REQUEST_400, sentence.formatted(where));
  }
}
