package dev.inkling.api;

import dev.inkling.model.InklingException;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.NotFoundException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.Predicate;

/// Where everything that goes wrong becomes a [Problem].
final class Refusals {
  private static final Logger LOG = System.getLogger(Refusals.class.getName());

  private static final String MALFORMED =
      "This is no well-formed HTTP request: check its headers and length.";

  private static final Map<EventType, String> BEFORE_ROUTING =
      Map.of(
          EventType.BAD_REQUEST,
          MALFORMED,
          EventType.HTTP_VERSION_NOT_SUPPORTED,
          "Send the request as HTTP/1.1.");

  /// The methods that a path lacks which can only be read.
  static final Predicate<Method> BUT_GET = method -> !method.equals(Method.GET);

  private Refusals() {}

  /// What handlers throw.
  static void route(HttpRouting.Builder routing) {
    routing
        .error(
            Refusal.class,
            (request, response, refusal) -> refusal.problem().send(request, response))
        .error(
            Busy.class,
            (request, response, busy) -> {
              response.header(HeaderNames.RETRY_AFTER, "1");
              Problem.of(Status.SERVICE_UNAVAILABLE_503, busy.sentence()).send(request, response);
            })
        .error(
            InklingException.class,
            (request, response, refusal) -> Problem.of(refusal).send(request, response))
        .error(
            NotFoundException.class,
            (request, response, nowhere) ->
                Problem.of(
                        Status.NOT_FOUND_404,
                        "There is nothing here: /docs lists everything that this server answers.")
                    .send(request, response))
        .error(HttpException.class, Refusals::refusedByHelidon)
        .error(Throwable.class, Refusals::failed);
  }

  /// Its own handlers', of headers that they alone read, such as `Range`.
  private static void refusedByHelidon(
      ServerRequest request, ServerResponse response, HttpException refused) {
    if (refused.status().family() != Status.Family.CLIENT_ERROR) {
      failed(request, response, refused);
      return;
    }
    Problem.of(refused.status(), MALFORMED).send(request, response);
  }

  private static void failed(ServerRequest request, ServerResponse response, Throwable bug) {
    LOG.log(Level.ERROR, "Request " + RequestId.of(request) + " failed", bug);
    Problem.of(
            Status.INTERNAL_SERVER_ERROR_500,
            "Inkling failed at this request: please report it with its request_id and the log.")
        .send(request, response);
  }

  /// What Helidon refuses before a handler sees it.
  static DirectHandlers beforeRouting(Limits limits, Observer observer) {
    var handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(
          type,
          (request, event, status, headers, message) ->
              refuse(request, event, status, headers, limits, observer));
    }
    return handlers.build();
  }

  private static DirectHandler.TransportResponse refuse(
      DirectHandler.TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      Limits limits,
      Observer observer) {
    RequestId id = RequestId.in(request.headers());
    // What routes and filters throw has been answered by their own table. What Helidon still calls
    // its failure is a request whose first line it can't read, such as "G/T / HTTP/1.1".
    boolean isUnreadable = type == EventType.INTERNAL_ERROR;
    Status answered = isUnreadable ? Status.BAD_REQUEST_400 : status;
    EventType said = isUnreadable ? EventType.BAD_REQUEST : type;
    String detail =
        status.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()
            ? limits.tooLarge()
            : BEFORE_ROUTING.getOrDefault(said, "The server can't take this request just now.");
    SafeHeaders.EVERYWHERE.forEach(headers::set);
    headers.set(id.header());
    byte[] problem = Problem.of(answered, detail).json(id.value());
    observer.refused(id, request.method(), answered.code(), problem.length);
    return DirectHandler.TransportResponse.builder()
        .status(answered)
        .headers(headers)
        .header(Problem.CONTENT_TYPE)
        .keepAlive(type.keepAlive())
        .entity(problem)
        .build();
  }

  /// For a path that exists, by any other method than those.
  ///
  /// @param method one, or several with commas between them
  static Handler only(String method) {
    return (request, response) -> {
      response.header(HeaderNames.ALLOW, method);
      Problem.of(
              Status.METHOD_NOT_ALLOWED_405,
              "%s takes %s only.".formatted(request.prologue().uriPath().path(), method))
          .send(request, response);
    };
  }
}
