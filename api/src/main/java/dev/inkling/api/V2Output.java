package dev.inkling.api;

import dev.inkling.model.serving.Prediction;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What can be had of a batch of predictions as one tensor.
enum V2Output {
  PROBABILITIES(V2Datatype.FP32) {
    @Override
    Stream<? extends Number> of(Prediction prediction) {
      return prediction.probabilities().stream();
    }

    @Override
    List<Integer> shape(int glyphs) {
      return List.of(glyphs, 10);
    }
  },

  DIGITNESS(V2Datatype.FP32) {
    @Override
    Stream<? extends Number> of(Prediction prediction) {
      return Stream.of(prediction.digitness());
    }
  },

  DIGIT(V2Datatype.INT64) {
    @Override
    Stream<? extends Number> of(Prediction prediction) {
      return Stream.of(prediction.digit());
    }
  };

  private final V2Datatype datatype;

  V2Output(V2Datatype datatype) {
    this.datatype = datatype;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  V2Model.Described described(int glyphs) {
    return new V2Model.Described(label(), datatype.name(), shape(glyphs));
  }

  /// All values, glyph after glyph.
  List<? extends Number> values(List<Prediction> predictions) {
    return predictions.stream().flatMap(this::of).toList();
  }

  /// The same as they lie in memory.
  byte[] bytes(List<Prediction> predictions) {
    List<? extends Number> values = values(predictions);
    ByteBuffer bytes =
        ByteBuffer.allocate(values.size() * datatype.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (Number value : values) {
      if (datatype.isWhole()) {
        bytes.putLong(value.longValue());
      } else {
        bytes.putFloat(value.floatValue());
      }
    }
    return bytes.array();
  }

  abstract Stream<? extends Number> of(Prediction prediction);

  List<Integer> shape(int glyphs) {
    return List.of(glyphs);
  }
}
