package dev.inkling.app.endpoint;

import dev.inkling.api.AnsweredRequest;
import java.time.LocalTime;
import java.util.Optional;
import javafx.scene.image.Image;

/// A request from outside, as the window shows it.
///
/// @param at when it was answered
/// @param thumbnail of the first picture that it brought and that could be read
record Visitor(LocalTime at, AnsweredRequest request, Optional<Image> thumbnail) {
  private static final int OK = 200;

  /// Whether it got what it asked for.
  boolean isServed() {
    return request.status() == OK;
  }
}
