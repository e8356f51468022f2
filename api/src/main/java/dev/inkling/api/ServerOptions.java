package dev.inkling.api;

import java.time.Duration;

/// Where the server listens, and how it is run.
///
/// @param host name or address to bind
/// @param port 0 for any free one
/// @param watchModels whether new versions of models are taken over while it runs
/// @param drainLimit how long accepted requests may take when it is stopped
/// @param accessLog how each answered request is told on standard output
public record ServerOptions(
    String host, int port, boolean watchModels, Duration drainLimit, AccessLogForm accessLog) {
  public static final String DEFAULT_HOST = "127.0.0.1";

  /// The original service's, so that its clients find Inkling unchanged.
  public static final int DEFAULT_PORT = 8000;

  public static final Duration DEFAULT_DRAIN_LIMIT = Duration.ofSeconds(10);

  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port lies between 0 and 65535, got " + port);
    }
  }

  /// At that address, else as by default.
  public ServerOptions(String host, int port) {
    this(host, port, true, DEFAULT_DRAIN_LIMIT, AccessLogForm.OFF);
  }

  /// This machine only, on the usual port.
  public static ServerOptions defaults() {
    return new ServerOptions(DEFAULT_HOST, DEFAULT_PORT);
  }

  public ServerOptions withPort(int other) {
    return new ServerOptions(host, other, watchModels, drainLimit, accessLog);
  }

  ServerOptions withDrainLimit(Duration other) {
    return new ServerOptions(host, port, watchModels, other, accessLog);
  }
}
