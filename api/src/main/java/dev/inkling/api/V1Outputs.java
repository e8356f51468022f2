package dev.inkling.api;

import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What a signature gives for a batch.
///
/// @param byName for each output a value for each glyph
/// @param predictions behind them, if it is made of any
record V1Outputs(Map<String, List<?>> byName, List<Prediction> predictions) {
  static V1Outputs of(List<Prediction> predictions, Classifier classifier) {
    var outputs = new LinkedHashMap<String, List<?>>();
    outputs.put("probabilities", predictions.stream().map(Prediction::probabilities).toList());
    if (classifier.tellsDigits()) {
      outputs.put("digitness", predictions.stream().map(Prediction::digitness).toList());
    }
    return new V1Outputs(outputs, predictions);
  }

  /// A value for each glyph; if there are several outputs, an object of them.
  List<?> rows() {
    if (byName.size() == 1) {
      return byName.values().iterator().next();
    }
    int glyphs = byName.values().iterator().next().size();
    return IntStream.range(0, glyphs)
        .mapToObj(
            i -> {
              var row = new LinkedHashMap<String, Object>();
              byName.forEach((name, values) -> row.put(name, values.get(i)));
              return row;
            })
        .toList();
  }

  /// The list of values; if there are several outputs, an object of such lists.
  Object columns() {
    return byName.size() == 1 ? byName.values().iterator().next() : byName;
  }
}
