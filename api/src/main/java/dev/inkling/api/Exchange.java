package dev.inkling.api;

import dev.inkling.model.serving.Prediction;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What becomes known of a request while it is answered, for the metrics and the access log. Only
/// numbers and the models' own words: no picture, and no name that a client gave to its file.
final class Exchange {
  private final List<Prediction> predictions = new ArrayList<>(1);
  private OptionalLong uploaded = OptionalLong.empty();

  /// Of a request that passed the [Observer].
  static Exchange of(ServerRequest request) {
    return request.context().get(Exchange.class).orElseThrow();
  }

  /// Bytes of pictures came with it.
  void uploaded(long bytes) {
    uploaded = OptionalLong.of(bytes);
  }

  /// It was answered with this, perhaps among others.
  void predicted(Prediction prediction) {
    predictions.add(prediction);
  }

  OptionalLong uploaded() {
    return uploaded;
  }

  List<Prediction> predictions() {
    return predictions;
  }
}
