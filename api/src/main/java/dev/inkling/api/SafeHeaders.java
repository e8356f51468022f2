package dev.inkling.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;

/// Tells browsers to make as little as possible of an answer: to take its type at its word, to put
/// it into nobody's frame, to let nobody's page load it, and to run nothing in it. Only the page of
/// the documentation runs scripts, its own from here; it styles its elements in place.
final class SafeHeaders implements Filter {
  /// For every answer, those before routing included.
  static final List<Header> EVERYWHERE =
      List.of(
          HeaderValues.create("X-Content-Type-Options", "nosniff"),
          HeaderValues.create("X-Frame-Options", "DENY"),
          HeaderValues.create("Referrer-Policy", "no-referrer"),
          HeaderValues.create("Cross-Origin-Resource-Policy", "same-origin"));

  private static final Header NOTHING =
      HeaderValues.create("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private static final Header DOCS =
      HeaderValues.create(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
              + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
              + "frame-ancestors 'none'");

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    EVERYWHERE.forEach(response::header);
    String path = request.prologue().uriPath().path();
    response.header(path.startsWith(DocsService.PATH + "/") ? DOCS : NOTHING);
    chain.proceed();
  }
}
