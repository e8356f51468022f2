package dev.inkling.api;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;

/// A query parameter that is either `true` or `false`.
final class Wish {
  private Wish() {}

  /// Whether it is wished; not if nothing is said.
  ///
  /// @param advice what to send instead of anything else, as the end of a sentence
  /// @throws Refusal if the query says neither one thing nor the other
  static boolean of(ServerRequest request, String parameter, String advice) {
    if (!request.query().contains(parameter)) {
      return false;
    }
    return switch (request.query().first(parameter).orElse("")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Refusal(
              Status.BAD_REQUEST_400,
              "'%s' is either true or false: %s".formatted(parameter, advice));
    };
  }
}
