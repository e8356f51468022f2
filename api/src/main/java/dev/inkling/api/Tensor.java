package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import java.util.List;

/// Numbers in nested JSON lists of which all at one depth are equally long.
///
/// @param values row by row; not copied
record Tensor(List<Integer> shape, float[] values) {
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
