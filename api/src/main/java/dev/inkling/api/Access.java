package dev.inkling.api;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Decides who is answered, before a byte of a body is read.
///
/// A server that listens on 127.0.0.1 is not out of reach: every web page that its user visits can
/// send requests there (Gradio, CVE-2024-1727), and by letting its own name resolve to 127.0.0.1 a
/// page can also read the answers (DNS rebinding; Ollama, CVE-2024-28224). So three things have to
/// be ours: the name under which we are asked (`Host`, which a rebound page can't change), the page
/// that asks (`Origin`), and what the browser says of the two (`Sec-Fetch-Site`). Programs send
/// neither of the latter.
final class Access {
  /// Probes have no token, and learn nothing but whether the server lives.
  private static final Set<String> OPEN =
      Set.of("/health", "/health/live", "/health/ready", "/v2/health/live", "/v2/health/ready");

  /// What tells how to ask, and nothing else: a browser that opens a page can show no token, and
  /// the page's own form lets one be entered.
  private static final Pattern DOCS = Pattern.compile("/(docs|openapi)(/.*)?");

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  /// What stands at these can be asked, whatever the method, and nothing there can be changed.
  /// It is a list of what is harmless, so that whoever adds a path to change something by has it
  /// guarded without thinking of it.
  private static final Pattern CHANGES_NOTHING =
      Pattern.compile(
          "/(predict|models|v1/models|v2/models|v2/health|health|openapi|docs|metrics)(/.*)?|/v2/?");

  private static final Set<String> OUR_SITES = Set.of("same-origin", "none");

  /// What becomes of a visit.
  sealed interface Verdict {
    /// It is answered.
    record Welcome() implements Verdict {}

    /// It comes from somewhere else.
    record Foreign(String detail) implements Verdict {}

    /// It has to show the token.
    record TokenNeeded(String detail) implements Verdict {}
  }

  private final AccessRules rules;
  private final List<Authority> allowed;
  private final String listensOn;
  private final boolean beyondLoopback;
  private final String scheme;

  Access(ServerOptions options) {
    this.rules = options.access();
    this.allowed = rules.authorities();
    this.listensOn = options.host().toLowerCase(Locale.ROOT);
    this.beyondLoopback = options.isBeyondLoopback();
    this.scheme = options.scheme();
  }

  Verdict judge(Visit visit) {
    if (visit.hosts().size() != 1 || !isOurs(visit.hosts().getFirst(), visit.arrivedAt())) {
      return new Verdict.Foreign(
          "This server is not known as '%s': ask it as localhost:%d, or restart it with --allow-host."
              .formatted(shown(visit.hosts()), visit.arrivedAt().getPort()));
    }
    boolean invited = rules.invite(visit.origins());
    if (!invited && !visit.origins().stream().allMatch(origin -> isOurPage(origin, visit))) {
      return new Verdict.Foreign(
          "Pages of '%s' may not use this server: if this one should, restart it with --allow-origin."
              .formatted(shown(visit.origins())));
    }
    if (!invited && !OUR_SITES.containsAll(visit.fetchSites())) {
      return new Verdict.Foreign(
          "Another site's page may not use this server: open its address by hand, or restart it with"
              + " --allow-origin.");
    }
    return tokenNeeded(visit) ? shownToken(visit) : new Verdict.Welcome();
  }

  private boolean isOurs(String host, InetSocketAddress arrivedAt) {
    return Authority.parse(host).filter(named -> isOurs(named, arrivedAt)).isPresent();
  }

  private boolean isOurs(Authority named, InetSocketAddress arrivedAt) {
    return (namesOurPort(named, arrivedAt.getPort()) && namesUs(named, arrivedAt.getAddress()))
        || allowed.stream()
            .anyMatch(
                known ->
                    known.host().equals(named.host())
                        && (known.port().isEmpty() || known.port().equals(named.port())));
  }

  /// Only the usual port may be left out, as browsers do.
  private boolean namesOurPort(Authority named, int port) {
    return named.port().orElse(scheme.equals("https") ? 443 : 80) == port;
  }

  /// An address can't be rebound as a name can, so the one that the connection came to is ours too:
  /// Kubernetes probes a pod by it.
  private boolean namesUs(Authority named, InetAddress arrivedAt) {
    return named.isLoopback()
        || named
            .address()
            .map(address -> !address.isAnyLocalAddress() && address.equals(arrivedAt))
            .orElse(named.host().equals(listensOn));
  }

  private boolean isOurPage(String origin, Visit visit) {
    return Origin.parse(origin)
        .filter(page -> page.scheme().equals(scheme))
        .filter(page -> isOurs(page.authority(), visit.arrivedAt()))
        .isPresent();
  }

  private boolean tokenNeeded(Visit visit) {
    if (visit.preflight()) {
      // Browsers send it without the token, and it does nothing.
      return false;
    }
    boolean harmless =
        SAFE_METHODS.contains(visit.method()) || CHANGES_NOTHING.matcher(visit.path()).matches();
    return !harmless || (beyondLoopback && !isOpen(visit));
  }

  private static boolean isOpen(Visit visit) {
    return OPEN.contains(visit.path())
        || (SAFE_METHODS.contains(visit.method()) && DOCS.matcher(visit.path()).matches());
  }

  private Verdict shownToken(Visit visit) {
    if (rules.token().isEmpty()) {
      return new Verdict.TokenNeeded(
          "Nothing can be changed here: restart the server with --token-file, and send its token.");
    }
    boolean right =
        visit.authorizations().size() == 1
            && rules.token().get().isIn(visit.authorizations().getFirst());
    return right
        ? new Verdict.Welcome()
        : new Verdict.TokenNeeded(
            "Send the server's token as 'Authorization: Bearer …': it lies in the file that the"
                + " server names when it starts.");
  }

  /// Whether other machines reach that address.
  static boolean isBeyondLoopback(String host) {
    try {
      return !Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException unknown) {
      return true;
    }
  }

  /// A client's words, fit to be repeated to it.
  private static String shown(List<String> values) {
    String all = String.join(", ", values).replaceAll("[^A-Za-z0-9.:/\\[\\]_-]", "?");
    return all.length() > 80 ? all.substring(0, 80) + "…" : all;
  }
}
