package dev.inkling.api;

import dev.inkling.model.serving.Prediction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What can be had of a batch of predictions as one tensor.
enum V2Output {
  PROBABILITIES("FP32") {
    @Override
    Stream<? extends Number> of(Prediction prediction) {
      return prediction.probabilities().stream();
    }

    @Override
    List<Integer> shape(int glyphs) {
      return List.of(glyphs, 10);
    }
  },

  DIGITNESS("FP32") {
    @Override
    Stream<? extends Number> of(Prediction prediction) {
      return Stream.of(prediction.digitness());
    }
  },

  DIGIT("INT64") {
    @Override
    Stream<? extends Number> of(Prediction prediction) {
      return Stream.of(prediction.digit());
    }
  };

  private final String datatype;

  V2Output(String datatype) {
    this.datatype = datatype;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  V2Model.Described described(int glyphs) {
    return new V2Model.Described(label(), datatype, shape(glyphs));
  }

  V2Model.Values of(List<Prediction> predictions) {
    List<? extends Number> data = predictions.stream().flatMap(this::of).toList();
    return new V2Model.Values(label(), datatype, shape(predictions.size()), data);
  }

  abstract Stream<? extends Number> of(Prediction prediction);

  List<Integer> shape(int glyphs) {
    return List.of(glyphs);
  }
}
