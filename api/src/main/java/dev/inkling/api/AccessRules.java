package dev.inkling.api;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whom the server answers besides programs on its own machine.
///
/// @param hosts further names under which it is reached, each `NAME` or `NAME:PORT`
/// @param origins web pages elsewhere that may ask it, each `https://NAME` or `https://NAME:PORT`
/// @param token what clients have to show beyond this machine, and to change anything
public record AccessRules(Set<String> hosts, Set<String> origins, Optional<BearerToken> token) {

  public AccessRules {
    hosts = lowerCase(hosts);
    origins = lowerCase(origins);
    for (String host : hosts) {
      if (Authority.parse(host).isEmpty()) {
        throw new IllegalArgumentException(
            "'%s' is no host: write NAME or NAME:PORT.".formatted(host));
      }
    }
    for (String origin : origins) {
      if (Origin.parse(origin).isEmpty()) {
        throw new IllegalArgumentException(
            "'%s' is no origin: write it as https://NAME or https://NAME:PORT, without a path."
                .formatted(origin));
      }
    }
  }

  /// Nobody else, and nothing can be changed.
  public static AccessRules thisMachineOnly() {
    return new AccessRules(Set.of(), Set.of(), Optional.empty());
  }

  public AccessRules withToken(BearerToken other) {
    return new AccessRules(hosts, origins, Optional.of(other));
  }

  /// Whether the page that asks is one of those elsewhere that may.
  boolean invite(List<String> asking) {
    return asking.size() == 1 && origins.contains(asking.getFirst().toLowerCase(Locale.ROOT));
  }

  List<Authority> authorities() {
    return hosts.stream().flatMap(host -> Authority.parse(host).stream()).toList();
  }

  private static Set<String> lowerCase(Collection<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
