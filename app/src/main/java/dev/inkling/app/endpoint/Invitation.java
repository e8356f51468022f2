package dev.inkling.app.endpoint;

import java.net.URI;
import java.util.List;

/// What others in the network need to come in.
///
/// @param addresses of the server as they reach it, the likeliest first
/// @param token that they have to show
public record Invitation(List<URI> addresses, String token) {
  public Invitation {
    addresses = List.copyOf(addresses);
  }

  /// The page on which the endpoint can be tried.
  static URI docs(URI address) {
    return address.resolve("/docs/");
  }

  /// That page with the token behind it, where no server and no proxy gets to see it; the page
  /// takes it from there. To be scanned, not typed.
  URI docsWithToken(URI address) {
    return address.resolve("/docs/#token=" + token);
  }
}
