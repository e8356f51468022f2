package dev.inkling.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/// By which caller and log speak of the same request: the caller's `X-Request-Id` where it is
/// harmless to repeat, else a new one.
record RequestId(String value) {
  private static final HeaderName NAME = HeaderNames.create("X-Request-Id");
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /// Gives each request its id and each response the header.
  static final class Giver implements Filter {
    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
      RequestId id = in(request.headers());
      request.context().register(id);
      response.header(id.header());
      chain.proceed();
    }
  }

  /// The caller's, or a new one.
  static RequestId in(Headers headers) {
    return new RequestId(
        headers.first(NAME).filter(HARMLESS.asMatchPredicate()).orElseGet(RequestId::random));
  }

  Header header() {
    return HeaderValues.create(NAME, value);
  }

  static String of(ServerRequest request) {
    return request
        .context()
        .get(RequestId.class)
        .map(RequestId::value)
        .orElseGet(RequestId::random);
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }
}
