package dev.inkling.api;

/// Where the server listens.
///
/// @param host name or address to bind
/// @param port 0 for any free one
public record ServerOptions(String host, int port) {
  public static final String DEFAULT_HOST = "127.0.0.1";

  /// The original service's, so that its clients find Inkling unchanged.
  public static final int DEFAULT_PORT = 8000;

  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port lies between 0 and 65535, got " + port);
    }
  }

  /// This machine only, on the usual port.
  public static ServerOptions defaults() {
    return new ServerOptions(DEFAULT_HOST, DEFAULT_PORT);
  }

  public ServerOptions withPort(int other) {
    return new ServerOptions(host, other);
  }
}
