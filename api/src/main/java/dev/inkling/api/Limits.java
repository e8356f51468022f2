package dev.inkling.api;

import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;

/// How much the server bears at once, and how long it waits for anyone.
///
/// @param uploadBytes of a request's body
/// @param connections open ones; further clients wait until one is closed
/// @param waiting requests that may wait for a thread, where tensors that will be read in one run
///     count as one; further ones are sent away with a 503
/// @param work how long a picture may wait and be worked on before its client is told to give up
/// @param head how long a client may take over a request's first lines, and to begin at all
/// @param body how long a body may take before its rate counts
/// @param bodyBytesPerSecond the rate that a body keeps on the average after that
/// @param idle how long a connection stays open between two requests
/// @param answer how long working out an answer and fetching it may take
public record Limits(
    int uploadBytes,
    int connections,
    int waiting,
    Duration work,
    Duration head,
    Duration body,
    int bodyBytesPerSecond,
    Duration idle,
    Duration answer) {

  /// Each body lies in memory as a whole.
  public static final int MOST_UPLOAD_BYTES = 256 << 20;

  public Limits {
    if (uploadBytes > MOST_UPLOAD_BYTES) {
      throw new IllegalArgumentException("A body has at most 256 MB");
    }
    if (uploadBytes < 1 || connections < 1 || waiting < 1 || bodyBytesPerSecond < 1) {
      throw new IllegalArgumentException("Limits are at least 1");
    }
    for (Duration each : new Duration[] {work, head, body, idle, answer}) {
      if (!each.isPositive()) {
        throw new IllegalArgumentException("Limits of time are longer than nothing");
      }
    }
  }

  /// A drawing takes some kilobytes, a photo some megabytes. 1024 connections are more than
  /// browsers and a class of scripts open. 256 requests, at some milliseconds each, are about a
  /// second of work. The times and the rate are those that Apache's mod_reqtimeout has proved,
  /// rounded: a modem still gets through.
  public static Limits defaults() {
    return new Limits(
        10 << 20,
        1024,
        256,
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        500,
        Duration.ofMinutes(1),
        Duration.ofMinutes(2));
  }

  /// Those that hold for a request.
  static Limits of(ServerRequest request) {
    return request.context().get(Limits.class).orElseGet(Limits::defaults);
  }

  /// What a client is told whose body is too large.
  String tooLarge() {
    return uploadBytes < 1 << 20
        ? "The upload is too large: send at most %d bytes.".formatted(uploadBytes)
        : "The upload is too large: send at most %d MB.".formatted(uploadBytes >> 20);
  }
}
