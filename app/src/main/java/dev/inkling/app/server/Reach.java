package dev.inkling.app.server;

import dev.inkling.api.BearerToken;
import dev.inkling.api.ServerOptions;
import java.util.Optional;

/// Who can reach the window's server, and where.
///
/// @param port that it listens on; 0 for any free one
/// @param network whether other machines can; then they have to show the token
/// @param token that they have to show; empty as long as nobody needs one
public record Reach(int port, boolean network, Optional<String> token) {

  static Reach of(ServerOptions options) {
    return new Reach(
        options.port(),
        options.isBeyondLoopback(),
        options.access().token().map(BearerToken::value));
  }

  /// The token, where one has to be shown.
  public Optional<String> shownToken() {
    return network ? token : Optional.empty();
  }
}
