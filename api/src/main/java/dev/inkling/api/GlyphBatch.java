package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many may be asked for at once, and how numbers become glyphs.
final class GlyphBatch {
  /// Each takes the network some hundred kilobytes while it computes.
  static final int MOST_GLYPHS = 256;

  /// Each has to be decoded first, which takes a hundred times longer than reading a glyph.
  static final int MOST_PICTURES = 64;

  private static final List<List<Integer>> SHAPES =
      List.of(
          List.of(Glyph.SIDE, Glyph.SIDE),
          List.of(Glyph.PIXELS),
          List.of(Glyph.SIDE, Glyph.SIDE, 1));

  private GlyphBatch() {}

  /// One glyph of numbers.
  ///
  /// @param where it stands in the request
  /// @throws Refusal if it has another shape, or values that are no ink
  static Glyph one(Tensor tensor, String where) {
    checkShape(tensor.shape(), where);
    return glyph(tensor.values(), 0, where);
  }

  /// All glyphs of one tensor.
  ///
  /// @param shape the number of glyphs, and then their shape
  /// @param values as many as the shape says
  /// @throws Refusal if it has another shape, or values that are no ink
  static List<Glyph> all(List<Integer> shape, float[] values, String where) {
    if (shape.isEmpty() || shape.getFirst() < 1) {
      throw refusal("%s holds no glyph: send at least one.".formatted(where));
    }
    checkShape(shape.subList(1, shape.size()), where);
    var glyphs = new ArrayList<Glyph>(shape.getFirst());
    for (int i = 0; i < shape.getFirst(); i++) {
      glyphs.add(glyph(values, i * Glyph.PIXELS, where + ", glyph " + i + ","));
    }
    return glyphs;
  }

  static Refusal tooMany(Throwable cause) {
    return new Refusal(Status.REQUEST_ENTITY_TOO_LARGE_413, tooMany(MOST_GLYPHS, "glyphs"), cause);
  }

  /// @throws Refusal if that is too many of them
  static void checkCount(long count, int most, String what) {
    if (count > most) {
      throw new Refusal(Status.REQUEST_ENTITY_TOO_LARGE_413, tooMany(most, what));
    }
  }

  private static String tooMany(int most, String what) {
    return "That is too much at once: send at most %d %s in a request.".formatted(most, what);
  }

  private static void checkShape(List<Integer> shape, String where) {
    if (!SHAPES.contains(shape)) {
      throw refusal(
          "%s has a glyph of the shape %s: each has 28 rows of 28 numbers, or 784 in one list."
              .formatted(where, shape));
    }
  }

  private static Glyph glyph(float[] values, int from, String where) {
    float[] ink = Arrays.copyOfRange(values, from, from + Glyph.PIXELS);
    try {
      return new Glyph(ink);
    } catch (IllegalArgumentException noInk) {
      throw new Refusal(
          Status.BAD_REQUEST_400,
          "%s has a value outside 0 (bare paper) to 1 (full ink): divide 8-bit pixels by 255."
              .formatted(where),
          noInk);
    }
  }

  private static Refusal refusal(String detail) {
    return new Refusal(Status.BAD_REQUEST_400, detail);
  }
}
