package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Numbers in nested JSON lists of which all at one depth are equally long.
///
/// @param values row by row; not copied
record Tensor(List<Integer> shape, float[] values) {
  /// @param where it stands in the request
  /// @throws Refusal if there is anything else than numbers in it, or a list is shorter or longer
  ///     than its neighbours
  static Tensor of(JsonNode lists, String where) {
    List<Integer> shape = shape(lists);
    var tensor = new Tensor(shape, new float[count(shape)]);
    tensor.fill(lists, 0, 0, where);
    return tensor;
  }

  /// As the first list at each depth has it.
  private static List<Integer> shape(JsonNode lists) {
    var shape = new ArrayList<Integer>();
    JsonNode list = lists;
    while (list.isArray()) {
      shape.add(list.size());
      list = list.path(0);
    }
    return List.copyOf(shape);
  }

  /// How many values a tensor of that shape has.
  ///
  /// @throws Refusal if they are more than a full batch of glyphs
  static int count(List<Integer> shape) {
    long count = 1;
    for (int length : shape) {
      count *= length;
      GlyphBatch.checkCount(count / Glyph.PIXELS, GlyphBatch.MOST_GLYPHS, "glyphs");
    }
    return (int) count;
  }

  /// Returns where the next value goes.
  private int fill(JsonNode node, int depth, int next, String where) {
    if (depth == shape.size()) {
      values[next] = number(node, where);
      return next + 1;
    }
    if (!node.isArray() || node.size() != shape.get(depth)) {
      throw new Refusal(
          Status.BAD_REQUEST_400,
          "%s is ragged: lists at the same depth have the same length.".formatted(where));
    }
    int after = next;
    for (JsonNode inner : node) {
      after = fill(inner, depth + 1, after, where);
    }
    return after;
  }

  private static float number(JsonNode node, String where) {
    float value = node.isNumber() ? node.numberValue().floatValue() : Float.NaN;
    if (!Float.isFinite(value)) {
      throw new Refusal(
          Status.BAD_REQUEST_400,
          "%s holds something else than finite numbers: send numbers from 0 to 1 only."
              .formatted(where));
    }
    return value;
  }

  /// Whether none of them has a fraction.
  boolean isWhole() {
    for (float value : values) {
      if (value != Math.rint(value)) {
        return false;
      }
    }
    return true;
  }
}
