package dev.inkling.app.endpoint;

import dev.inkling.api.AnsweredRequest;
import dev.inkling.model.serving.Prediction;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;

/// A request from outside, as the window shows it: what it brought is not kept.
///
/// @param at when it was answered
/// @param id of the request
/// @param client the address that it came from
/// @param path the template of the route that took it
/// @param predictions that answered it
/// @param thumbnail of the first picture that it brought, if it could be read
record Visitor(
    LocalTime at,
    String id,
    String client,
    String method,
    String path,
    int status,
    Duration took,
    List<Prediction> predictions,
    Optional<Image> thumbnail) {
  private static final int FIRST_REFUSAL = 400;

  static Visitor of(AnsweredRequest request, LocalTime at) {
    return new Visitor(
        at,
        request.id(),
        request.client(),
        request.method(),
        request.path(),
        request.status(),
        request.took(),
        request.predictions(),
        Optional.empty());
  }

  Visitor withThumbnail(Optional<Image> other) {
    return new Visitor(at, id, client, method, path, status, took, predictions, other);
  }

  /// Whether there was something at the path.
  boolean isSomewhere() {
    return !path.equals(AnsweredRequest.NOWHERE);
  }

  /// Whether it got what it asked for.
  boolean isServed() {
    return status < FIRST_REFUSAL;
  }
}
