package dev.inkling.api;

import dev.inkling.model.serving.Prediction;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;

/// What becomes known of a request while it is answered, for the metrics and the access log. Only
/// numbers and the models' own words: no picture, and no name that a client gave to its file.
final class Exchange {
  private final List<Prediction> predictions = new ArrayList<>(1);
  private final List<Long> uploads = new ArrayList<>(1);

  /// Of a request that passed the [Observer].
  static Exchange of(ServerRequest request) {
    return request.context().get(Exchange.class).orElseThrow();
  }

  /// A picture of that size came with it, perhaps among others.
  void uploaded(long bytes) {
    uploads.add(bytes);
  }

  /// It was answered with this, perhaps among others.
  void predicted(Prediction prediction) {
    predictions.add(prediction);
  }

  List<Long> uploads() {
    return uploads;
  }

  List<Prediction> predictions() {
    return predictions;
  }
}
