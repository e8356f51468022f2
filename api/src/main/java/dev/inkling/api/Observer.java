package dev.inkling.api;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;

/// Sees every request from its headers to the answer's last byte.
final class Observer implements Filter {
  private static final System.Logger LOG = System.getLogger(Observer.class.getName());

  private final Metrics metrics;
  private final AccessLog log;
  private final RequestListener listener;
  private final boolean heard;
  private final BooleanSupplier stopping;

  Observer(Metrics metrics, AccessLog log, RequestListener listener, BooleanSupplier stopping) {
    this.metrics = metrics;
    this.log = log;
    this.listener = listener;
    this.heard = !listener.equals(RequestListener.NONE);
    this.stopping = stopping;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    long start = System.nanoTime();
    var exchange = new Exchange(heard);
    request.context().register(exchange);
    response.whenSent(
        () -> ended(request, exchange, response.status().code(), response.bytesWritten(), start));
    response.beforeSend(
        () -> {
          if (stopping.getAsBoolean()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
          }
        });
    metrics.begun();
    try {
      chain.proceed();
    } catch (CloseConnectionException | UncheckedIOException hungUp) {
      ended(request, exchange, Answered.HUNG_UP, 0, start);
      throw hungUp;
    } finally {
      metrics.finished();
    }
    if (stopping.getAsBoolean()) {
      // The client was told so. Helidon overlooks connections that were only just accepted when it
      // stopped, and would wait for their next request until the limit.
      throw new CloseConnectionException("The server stops");
    }
  }

  /// What Helidon refused before any route saw it. When it began is not known.
  void refused(RequestId id, String method, int status, long bytesOut) {
    metrics.refused(status);
    log.answered(
        new Answered(
            id.value(),
            method,
            AnsweredRequest.NOWHERE,
            status,
            0,
            bytesOut,
            0,
            new Exchange(false)));
  }

  private void ended(
      RoutingRequest request, Exchange exchange, int status, long bytesOut, long start) {
    var answered =
        new Answered(
            RequestId.of(request),
            request.prologue().method().text(),
            request.matchingPattern().map(Observer::withoutSlash).orElse(AnsweredRequest.NOWHERE),
            status,
            request.headers().contentLength().orElse(0),
            bytesOut,
            (System.nanoTime() - start) / 1e9,
            exchange);
    metrics.answered(answered);
    log.answered(answered);
    if (heard) {
      tell(answered, ((InetSocketAddress) request.remotePeer().address()).getAddress());
    }
  }

  /// The caller has its answer, whatever becomes of who listens.
  private void tell(Answered answered, InetAddress client) {
    try {
      listener.answered(answered.from(client));
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "Who listens to the requests failed", failed);
    }
  }

  /// Helidon ends the pattern of a service's own path with one, whatever the caller wrote.
  private static String withoutSlash(String pattern) {
    return pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
  }
}
