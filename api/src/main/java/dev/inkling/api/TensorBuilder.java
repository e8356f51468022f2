package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts numbers in nested lists together to a tensor, as they come.
final class TensorBuilder {
  private static final int UNKNOWN = -1;

  private final String where;
  private final List<Integer> shape = new ArrayList<>();
  private float[] values = new float[Glyph.PIXELS];
  private int count;

  /// How deep the numbers lie: as deep as the first one, or as the first list that is empty.
  private int depth = UNKNOWN;

  /// @param where the tensor stands in the request
  TensorBuilder(String where) {
    this.where = where;
  }

  /// Whether only numbers can lie that deep.
  boolean isOfNumbers(int at) {
    return at == depth;
  }

  /// A list begins.
  void open(int at) {
    if (shape.size() == at) {
      shape.add(UNKNOWN);
    }
  }

  /// A list ends.
  ///
  /// @throws Refusal if it is shorter or longer than its neighbours
  void close(int at, int length) {
    if (depth == UNKNOWN) {
      depth = at + 1;
    }
    if (shape.get(at) == UNKNOWN) {
      shape.set(at, length);
    } else if (shape.get(at) != length) {
      throw ragged();
    }
  }

  /// Adds a number once or more.
  ///
  /// @param value if it is not finite, there was something else than a number
  /// @throws Refusal if it is not finite, lies elsewhere than the others, or there are more numbers
  ///     than in a full batch
  void add(int at, float value, int times) {
    if (!Float.isFinite(value)) {
      throw refusal("%s holds something else than finite numbers: send numbers from 0 to 1 only.");
    }
    if (depth == UNKNOWN) {
      depth = at;
    } else if (at != depth) {
      throw ragged();
    }
    int end = count + times;
    if (end > values.length) {
      GlyphBatch.checkCount((end - 1) / Glyph.PIXELS + 1, GlyphBatch.MOST_GLYPHS, "glyphs");
      values = Arrays.copyOf(values, Math.max(end, 2 * values.length));
    }
    Arrays.fill(values, count, end, value);
    count = end;
  }

  Tensor build() {
    return new Tensor(
        List.copyOf(shape), count == values.length ? values : Arrays.copyOf(values, count));
  }

  private Refusal ragged() {
    return refusal("%s is ragged: lists at the same depth have the same length.");
  }

  private Refusal refusal(String sentence) {
    return new Refusal(Status.BAD_REQUEST_400, sentence.formatted(where));
  }
}
