package dev.inkling.api;

import dev.inkling.model.serving.Prediction;
import java.time.Duration;
import java.util.List;

/// A request that has come and gone.
///
/// @param id the caller's `X-Request-Id`, or the one that it was given
/// @param client the address that it came from
/// @param path the template of the route that took it, such as `/v1/models/{name}`; [#NOWHERE] if
///     none did
/// @param status the answer's
/// @param took from its headers to the answer's last byte
/// @param pictures that were sent with it, as they came and undecoded; not copied
/// @param predictions that answered it
public record AnsweredRequest(
    String id,
    String client,
    String method,
    String path,
    int status,
    Duration took,
    List<byte[]> pictures,
    List<Prediction> predictions) {
  /// The path of all requests that no route took.
  public static final String NOWHERE = "other";

  public AnsweredRequest {
    pictures = List.copyOf(pictures);
    predictions = List.copyOf(predictions);
  }
}
