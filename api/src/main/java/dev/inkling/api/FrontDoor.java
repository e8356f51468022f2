package dev.inkling.api;

import io.helidon.common.Weighted;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.InetSocketAddress;
import java.util.List;

/// What every request passes first, whatever it asks for: it gets its id and is counted, its answer
/// gets the headers that keep browsers in bounds, and [Access] decides whether it goes further.
final class FrontDoor implements HttpFeature, Weighted {
  /// Before all of Helidon's own features.
  private static final double FIRST = 10_000;

  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

  private final AccessRules rules;
  private final Access access;
  private final Cors cors;
  private final Limits limits;
  private final Observer observer;

  FrontDoor(ServerOptions options, Observer observer) {
    this.observer = observer;
    this.rules = options.access();
    this.access = new Access(options);
    this.cors = new Cors(rules);
    this.limits = options.limits();
  }

  @Override
  public void setup(HttpRouting.Builder routing) {
    routing
        .addFilter(new RequestId.Giver())
        .addFilter(observer)
        .addFilter(new SafeHeaders())
        .addFilter(this::letIn);
  }

  @Override
  public double weight() {
    return FIRST;
  }

  private void letIn(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    request.context().register(limits);
    Visit visit = visit(request);
    cors.mark(visit, response);
    switch (access.judge(visit)) {
      case Access.Verdict.Welcome() when visit.preflight() && rules.invite(visit.origins()) ->
          cors.answerPreflight(response);
      case Access.Verdict.Welcome() -> chain.proceed();
      case Access.Verdict.Foreign(String detail) ->
          Problem.of(Status.FORBIDDEN_403, detail).send(request, response);
      case Access.Verdict.TokenNeeded(String detail) -> {
        response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"inkling\"");
        Problem.of(Status.UNAUTHORIZED_401, detail).send(request, response);
      }
    }
  }

  private static Visit visit(RoutingRequest request) {
    ServerRequestHeaders headers = request.headers();
    String method = request.prologue().method().text();
    return new Visit(
        method,
        request.prologue().uriPath().path(),
        headers.all(HeaderNames.HOST, List::of),
        headers.all(HeaderNames.ORIGIN, List::of),
        headers.all(FETCH_SITE, List::of),
        headers.all(HeaderNames.AUTHORIZATION, List::of),
        method.equals("OPTIONS")
            && headers.contains(HeaderNames.ORIGIN)
            && headers.contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD),
        (InetSocketAddress) request.localPeer().address());
  }
}
