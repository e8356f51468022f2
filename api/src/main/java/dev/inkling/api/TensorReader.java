package dev.inkling.api;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads nested lists of numbers, of which all at one depth are to be equally long, as they come.
final class TensorReader {
  private final JsonParser parser;
  private final TensorBuilder tensor;

  /// @param parser at the tensor's first token
  /// @param where it stands in the request
  TensorReader(JsonParser parser, String where) {
    this.parser = parser;
    this.tensor = new TensorBuilder(where);
  }

  /// Leaves the parser at the tensor's last token.
  ///
  /// @throws Refusal if there is anything else than numbers in it, a list is shorter or longer than
  ///     its neighbours, or there are more numbers than in a full batch
  Tensor read() {
    read(0);
    return tensor.build();
  }

  private void read(int at) {
    if (tensor.isOfNumbers(at) || parser.currentToken() != JsonToken.START_ARRAY) {
      boolean isNumber = parser.currentToken().isNumeric();
      tensor.add(at, isNumber ? (float) parser.getDoubleValue() : Float.NaN, 1);
      return;
    }
    tensor.open(at);
    int length = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      read(at + 1);
      length++;
    }
    tensor.close(at, length);
  }
}
