package dev.inkling.api;

import java.util.Optional;

/// Where the server listens, whom it answers, and how much it bears.
///
/// @param host name or address to bind
/// @param port 0 for any free one
/// @param certificate to speak TLS with; without one it speaks plain HTTP
public record ServerOptions(
    String host,
    int port,
    AccessRules access,
    Limits limits,
    Optional<ServerCertificate> certificate) {
  public static final String DEFAULT_HOST = "127.0.0.1";

  /// The original service's, so that its clients find Inkling unchanged.
  public static final int DEFAULT_PORT = 8000;

  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port lies between 0 and 65535, got " + port);
    }
  }

  /// For this machine's own programs only.
  public ServerOptions(String host, int port) {
    this(host, port, AccessRules.thisMachineOnly(), Limits.defaults(), Optional.empty());
  }

  /// This machine only, on the usual port.
  public static ServerOptions defaults() {
    return new ServerOptions(DEFAULT_HOST, DEFAULT_PORT);
  }

  public ServerOptions withPort(int other) {
    return new ServerOptions(host, other, access, limits, certificate);
  }

  public ServerOptions withAccess(AccessRules other) {
    return new ServerOptions(host, port, other, limits, certificate);
  }

  public ServerOptions withLimits(Limits other) {
    return new ServerOptions(host, port, access, other, certificate);
  }

  public ServerOptions withCertificate(ServerCertificate other) {
    return new ServerOptions(host, port, access, limits, Optional.of(other));
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
