package dev.inkling.api;

import dev.inkling.model.serving.Prediction;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;

/// What becomes known of a request while it is answered, for the metrics, the access log and who
/// listens: no name that a client gave to its file.
final class Exchange {
  private final boolean keepsPictures;
  private final List<Prediction> predictions = new ArrayList<>(1);
  private final List<Long> uploads = new ArrayList<>(1);
  private final List<byte[]> pictures = new ArrayList<>(1);

  /// @param keepsPictures whether somebody wants to see them in the end; else they go when they
  ///     have been read
  Exchange(boolean keepsPictures) {
    this.keepsPictures = keepsPictures;
  }

  /// Of a request that passed the [Observer].
  static Exchange of(ServerRequest request) {
    return request.context().get(Exchange.class).orElseThrow();
  }

  /// This picture came with it, perhaps among others.
  void uploaded(byte[] picture) {
    uploads.add((long) picture.length);
    if (keepsPictures) {
      pictures.add(picture);
    }
  }

  /// It was answered with this, perhaps among others.
  void predicted(Prediction prediction) {
    predictions.add(prediction);
  }

  /// The pictures' sizes in bytes.
  List<Long> uploads() {
    return uploads;
  }

  List<byte[]> pictures() {
    return pictures;
  }

  List<Prediction> predictions() {
    return predictions;
  }
}
