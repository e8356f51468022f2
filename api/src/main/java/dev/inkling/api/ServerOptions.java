package dev.inkling.api;

import java.time.Duration;
import java.util.Optional;

/// Where the server listens, whom it answers, how much it bears, and how it is run.
///
/// @param host name or address to bind
/// @param port 0 for any free one
/// @param certificate to speak TLS with; without one it speaks plain HTTP
/// @param watchModels whether new versions of models are taken over while it runs
/// @param drainLimit how long accepted requests may take when it is stopped
/// @param accessLog how each answered request is told on standard output
/// @param listener to each answered request
public record ServerOptions(
    String host,
    int port,
    AccessRules access,
    Limits limits,
    Optional<ServerCertificate> certificate,
    boolean watchModels,
    Duration drainLimit,
    AccessLogForm accessLog,
    RequestListener listener) {
  public static final String DEFAULT_HOST = "127.0.0.1";

  /// The original service's, so that its clients find Inkling unchanged.
  public static final int DEFAULT_PORT = 8000;

  public static final Duration DEFAULT_DRAIN_LIMIT = Duration.ofSeconds(10);

  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port lies between 0 and 65535, got " + port);
    }
  }

  /// For this machine's own programs only, else as by default.
  public ServerOptions(String host, int port) {
    this(
        host,
        port,
        AccessRules.thisMachineOnly(),
        Limits.defaults(),
        Optional.empty(),
        true,
        DEFAULT_DRAIN_LIMIT,
        AccessLogForm.OFF,
        RequestListener.NONE);
  }

  /// This machine only, on the usual port.
  public static ServerOptions defaults() {
    return new ServerOptions(DEFAULT_HOST, DEFAULT_PORT);
  }

  public ServerOptions withHost(String other) {
    return new ServerOptions(
        other, port, access, limits, certificate, watchModels, drainLimit, accessLog, listener);
  }

  public ServerOptions withPort(int other) {
    return new ServerOptions(
        host, other, access, limits, certificate, watchModels, drainLimit, accessLog, listener);
  }

  public ServerOptions withAccess(AccessRules other) {
    return new ServerOptions(
        host, port, other, limits, certificate, watchModels, drainLimit, accessLog, listener);
  }

  public ServerOptions withLimits(Limits other) {
    return new ServerOptions(
        host, port, access, other, certificate, watchModels, drainLimit, accessLog, listener);
  }

  public ServerOptions withCertificate(ServerCertificate other) {
    return new ServerOptions(
        host,
        port,
        access,
        limits,
        Optional.of(other),
        watchModels,
        drainLimit,
        accessLog,
        listener);
  }

  public ServerOptions withWatchModels(boolean other) {
    return new ServerOptions(
        host, port, access, limits, certificate, other, drainLimit, accessLog, listener);
  }

  public ServerOptions withDrainLimit(Duration other) {
    return new ServerOptions(
        host, port, access, limits, certificate, watchModels, other, accessLog, listener);
  }

  public ServerOptions withAccessLog(AccessLogForm other) {
    return new ServerOptions(
        host, port, access, limits, certificate, watchModels, drainLimit, other, listener);
  }

  public ServerOptions withListener(RequestListener other) {
    return new ServerOptions(
        host, port, access, limits, certificate, watchModels, drainLimit, accessLog, other);
  }

  /// Whether other machines can reach the server. Then each of them has to show a token.
  public boolean isBeyondLoopback() {
    return Access.isBeyondLoopback(host);
  }

  /// `http`, or `https` with a certificate.
  String scheme() {
    return certificate.isPresent() ? "https" : "http";
  }
}
