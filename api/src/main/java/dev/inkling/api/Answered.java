package dev.inkling.api;

import java.net.InetAddress;
import java.time.Duration;

/// How a request ended.
///
/// @param method as sent
/// @param path the template of the route that took it, of which there are few; never what a client
///     made up
/// @param status the answer's; [#HUNG_UP] if the caller did not wait for one
/// @param bytesIn the body's length as announced, 0 if it was not
/// @param bytesOut with the headers
/// @param seconds from its headers to the answer's last byte
record Answered(
    String requestId,
    String method,
    String path,
    int status,
    long bytesIn,
    long bytesOut,
    double seconds,
    Exchange exchange) {
  /// Known from nginx; no answer has it.
  static final int HUNG_UP = 499;

  /// For those who listen.
  AnsweredRequest from(InetAddress client) {
    return new AnsweredRequest(
        requestId,
        client.getHostAddress(),
        method,
        path,
        status,
        Duration.ofNanos((long) (seconds * 1e9)),
        exchange.pictures(),
        exchange.predictions());
  }
}
