package dev.inkling.api;

import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelSignature;
import dev.inkling.model.serving.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What a signature gives for a batch.
///
/// @param byName for each output a value for each glyph
record V1Outputs(Map<String, List<?>> byName) {
  static final String PROBABILITIES = "probabilities";
  static final String DIGITNESS = "digitness";

  static V1Outputs of(List<Prediction> predictions, Classifier classifier) {
    var outputs = new LinkedHashMap<String, List<?>>();
    outputs.put(PROBABILITIES, predictions.stream().map(Prediction::probabilities).toList());
    if (tellsDigits(classifier)) {
      outputs.put(DIGITNESS, predictions.stream().map(Prediction::digitness).toList());
    }
    return new V1Outputs(outputs);
  }

  /// Whether the model has an opinion on what is no digit.
  static boolean tellsDigits(Classifier classifier) {
    return classifier.signatures().stream()
        .filter(signature -> signature.key().equals(ModelSignature.DEFAULT))
        .anyMatch(signature -> signature.outputs().containsKey(DIGITNESS));
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
