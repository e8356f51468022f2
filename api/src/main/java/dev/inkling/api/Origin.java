package dev.inkling.api;

import java.util.Locale;
import java.util.Optional;

/// Where a web page comes from, as its browser says (RFC 6454).
///
/// @param scheme `http` or `https`
record Origin(String scheme, Authority authority) {

  /// Nothing if the text is no origin of the web, such as `null`.
  static Optional<Origin> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String scheme : new String[] {"http", "https"}) {
      String start = scheme + "://";
      if (lower.startsWith(start)) {
        return Authority.parse(lower.substring(start.length()))
            .map(authority -> new Origin(scheme, authority));
      }
    }
    return Optional.empty();
  }
}
