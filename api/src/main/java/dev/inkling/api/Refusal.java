package dev.inkling.api;

import io.helidon.http.Status;

/// A request that is refused before the model has seen it.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Status status;

  /// @param detail one sentence that tells the caller what to do
  Refusal(Status status, String detail) {
    super(detail);
    this.status = status;
  }

  Refusal(Status status, String detail, Throwable cause) {
    super(detail, cause);
    this.status = status;
  }

  Problem problem() {
    return Problem.of(status, String.valueOf(getMessage()));
  }
}
