package dev.inkling.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.RoutingResponse;

/// Tells browsers that certain pages elsewhere may ask this server and read its answers (WHATWG
/// Fetch, 3.3). Helidon's own takes the list of headers that a browser asks about for the name of
/// one, and so refuses every page that sends a token and a content type.
final class Cors {
  private final AccessRules rules;

  Cors(AccessRules rules) {
    this.rules = rules;
  }

  /// Lets an invited page read the answer, and caches know that others may not.
  void mark(Visit visit, RoutingResponse response) {
    if (rules.origins().isEmpty()) {
      return;
    }
    response.header(HeaderNames.VARY, "Origin");
    if (rules.invite(visit.origins())) {
      response
          .header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, visit.origins().getFirst())
          .header(
              HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
              "X-Request-Id, Retry-After, Allow, Inference-Header-Content-Length");
    }
  }

  /// Answers the browser that asks what an invited page may send.
  void answerPreflight(RoutingResponse response) {
    response
        .status(Status.NO_CONTENT_204)
        .header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST")
        .header(
            HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
            "Authorization, Content-Type, X-Request-Id, Inference-Header-Content-Length")
        .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, "3600")
        .send();
  }
}
