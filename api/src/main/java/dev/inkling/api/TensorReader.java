package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads nested lists of numbers, of which all at one depth are to be equally long, as they come.
final class TensorReader {
  private static final int UNKNOWN = -1;

  private final JsonParser parser;
  private final String where;
  private final List<Integer> shape = new ArrayList<>();
  private float[] values = new float[Glyph.PIXELS];
  private int count;

  /// How deep the numbers lie: as deep as the first one, or as the first list that is empty.
  private int depth = UNKNOWN;

  /// @param parser at the tensor's first token
  /// @param where it stands in the request
  TensorReader(JsonParser parser, String where) {
    this.parser = parser;
    this.where = where;
  }

  /// Leaves the parser at the tensor's last token.
  ///
  /// @throws Refusal if there is anything else than numbers in it, a list is shorter or longer than
  ///     its neighbours, or there are more numbers than in a full batch
  Tensor read() {
    read(0);
    return new Tensor(List.copyOf(shape), Arrays.copyOf(values, count));
  }

  private void read(int at) {
    if (at == depth || parser.currentToken() != JsonToken.START_ARRAY) {
      takeNumber(at);
      return;
    }
    if (shape.size() == at) {
      shape.add(UNKNOWN);
    }
    int length = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      read(at + 1);
      length++;
    }
    if (depth == UNKNOWN) {
      depth = at + 1;
    }
    if (shape.get(at) == UNKNOWN) {
      shape.set(at, length);
    } else if (shape.get(at) != length) {
      throw ragged();
    }
  }

  private void takeNumber(int at) {
    float value = parser.currentToken().isNumeric() ? (float) parser.getDoubleValue() : Float.NaN;
    if (!Float.isFinite(value)) {
      throw refusal("%s holds something else than finite numbers: send numbers from 0 to 1 only.");
    }
    if (depth == UNKNOWN) {
      depth = at;
    } else if (at != depth) {
      throw ragged();
    }
    if (count == values.length) {
      GlyphBatch.checkCount(count / Glyph.PIXELS + 1, GlyphBatch.MOST_GLYPHS, "glyphs");
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  private Refusal ragged() {
    return refusal("%s is ragged: lists at the same depth have the same length.");
  }

  private Refusal refusal(String sentence) {
    return new Refusal(Status.BAD_REQUEST_400, sentence.formatted(where));
  }
}
