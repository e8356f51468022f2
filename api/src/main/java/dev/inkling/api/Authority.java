package dev.inkling.api;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A host with or without a port, as `Host` headers and origins name one.
///
/// @param host in lower case; IPv6 addresses with their brackets
record Authority(String host, OptionalInt port) {
  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::([0-9]{1,5}))?");

  /// Nothing if the text names no host.
  static Optional<Authority> parse(String text) {
    Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return Optional.empty();
    }
    String port = form.group(2);
    return Optional.of(
        new Authority(
            form.group(1),
            port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port))));
  }

  /// The address, if it is one and no name. Names are never looked up: what a name resolves to is
  /// the attacker's to choose.
  Optional<InetAddress> address() {
    try {
      return Optional.of(
          InetAddress.ofLiteral(
              host.startsWith("[") ? host.substring(1, host.length() - 1) : host));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }

  boolean isLoopback() {
    return host.equals("localhost") || address().filter(InetAddress::isLoopbackAddress).isPresent();
  }
}
