package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.inkling.api.Access.Verdict;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private static final BearerToken TOKEN = new BearerToken("a-token-for-this-test-only");
  private static final AccessRules RULES =
      new AccessRules(
          Set.of("inkling.example", "proxy.example:8443"),
          Set.of("https://school.example"),
          Optional.of(TOKEN));

  /// `-` stands for no such header, GOOD for the token.
  @ParameterizedTest
  @CsvSource({
    // On this machine: our names, with our port.
    "127.0.0.1, GET,  /docs,        127.0.0.1:8000,   -, -, -, 200",
    "127.0.0.1, POST, /predict,     localhost:8000,   -, -, -, 200",
    "127.0.0.1, POST, /predict,     LOCALHOST:8000,   -, -, -, 200",
    "127.0.0.1, POST, /predict,     127.1.2.3:8000,   -, -, -, 200",
    "127.0.0.1, POST, /predict,     [::1]:8000,       -, -, -, 200",
    "127.0.0.1, POST, /predict,     localhost,        -, -, -, 403",
    "127.0.0.1, POST, /predict,     localhost:80,     -, -, -, 403",
    "127.0.0.1, POST, /predict,     -,                -, -, -, 403",
    "127.0.0.1, POST, /predict,     localhost:99999,  -, -, -, 403",
    // Names that resolve to us are not ours; nor is what only looks like us.
    "127.0.0.1, GET,  /docs,        evil.example:8000,           -, -, -, 403",
    "127.0.0.1, GET,  /health/live, evil.example:8000,           -, -, -, 403",
    "127.0.0.1, GET,  /docs,        127.0.0.1.evil.example:8000, -, -, -, 403",
    "127.0.0.1, GET,  /docs,        localhost.evil.example:8000, -, -, -, 403",
    "127.0.0.1, GET,  /docs,        localhost.:8000,             -, -, -, 403",
    "127.0.0.1, GET,  /docs,        user@localhost:8000,         -, -, -, 403",
    "127.0.0.1, GET,  /docs,        0.0.0.0:8000,                -, -, -, 403",
    "127.0.0.1, GET,  /docs,        [::]:8000,                   -, -, -, 403",
    "127.0.0.1, GET,  /docs,        192.168.1.5:8000,            -, -, -, 403",
    // Names that were configured, with their port or any.
    "127.0.0.1, GET,  /docs,        inkling.example,        -, -, -, 200",
    "127.0.0.1, GET,  /docs,        Inkling.Example:1234,   -, -, -, 200",
    "127.0.0.1, GET,  /docs,        proxy.example:8443,     -, -, -, 200",
    "127.0.0.1, GET,  /docs,        proxy.example,          -, -, -, 403",
    // Pages: ours, invited ones, and the rest.
    "127.0.0.1, POST, /predict, localhost:8000, http://localhost:8000,        same-origin, -, 200",
    "127.0.0.1, POST, /predict, localhost:8000, http://127.0.0.1:8000,        -,           -, 200",
    "127.0.0.1, POST, /predict, localhost:8000, https://school.example,       cross-site,  -, 200",
    "127.0.0.1, POST, /predict, localhost:8000, HTTPS://School.Example,       cross-site,  -, 200",
    "127.0.0.1, POST, /predict, localhost:8000, http://school.example,        cross-site,  -, 403",
    "127.0.0.1, POST, /predict, localhost:8000, https://school.example:8443,  -,           -, 403",
    "127.0.0.1, POST, /predict, localhost:8000, https://school.example.evil.example, -,    -, 403",
    "127.0.0.1, POST, /predict, localhost:8000, http://localhost:3000,        -,           -, 403",
    "127.0.0.1, POST, /predict, localhost:8000, http://localhost,             -,           -, 403",
    "127.0.0.1, POST, /predict, localhost:8000, https://localhost:8000,       -,           -, 403",
    "127.0.0.1, POST, /predict, localhost:8000, null,                         -,           -, 403",
    "127.0.0.1, POST, /predict, localhost:8000, '',                           -,           -, 403",
    "127.0.0.1, POST, /predict, localhost:8000, file://,                      -,           -, 403",
    "127.0.0.1, GET,  /docs,    localhost:8000, -,                            none,        -, 200",
    "127.0.0.1, GET,  /docs,    localhost:8000, -,                            cross-site,  -, 403",
    "127.0.0.1, GET,  /docs,    localhost:8000, -,                            same-site,   -, 403",
    "127.0.0.1, GET,  /docs,    localhost:8000, -,                            new-word,    -, 403",
    "127.0.0.1, POST, /predict, localhost:8000, http://localhost:8000,        cross-site,  -, 403",
    // A token opens no door to foreign pages and names.
    "127.0.0.1, POST, /predict, localhost:8000,    http://evil.example, -, GOOD, 403",
    "127.0.0.1, POST, /predict, evil.example:8000, -,                   -, GOOD, 403",
    // What changes something needs it here too; what is asked does not.
    "127.0.0.1, POST,   /reload, localhost:8000, -, -, -,    401",
    "127.0.0.1, POST,   /reload, localhost:8000, -, -, GOOD, 200",
    "127.0.0.1, POST,   /v2/repository/models/seed/load, localhost:8000, -, -, -, 401",
    "127.0.0.1, POST,   /v2/models/seed/infer, localhost:8000, -, -, -, 200",
    "127.0.0.1, POST,   /v1/models/seed:predict, localhost:8000, -, -, -, 200",
    "127.0.0.1, DELETE, /anything, localhost:8000, -, -, -, 401",
    "127.0.0.1, POST,   /predictions, localhost:8000, -, -, -, 401",
    "127.0.0.1, GET,    /models,   localhost:8000, -, -, -, 200",
    // Beyond it, only probes are without.
    "0.0.0.0, GET,  /health/live,  192.168.1.5:8000, -, -, -,    200",
    "0.0.0.0, GET,  /health/ready, 192.168.1.5:8000, -, -, -,    200",
    "0.0.0.0, GET,  /health/live,  evil.example:8000, -, -, -,   403",
    "0.0.0.0, POST, /predict,      192.168.1.5:8000, -, -, -,    401",
    "0.0.0.0, POST, /predict,      192.168.1.5:8000, -, -, WRONG, 401",
    "0.0.0.0, POST, /predict,      192.168.1.5:8000, -, -, GOOD, 200",
    "0.0.0.0, POST, /predict,      localhost:8000,   -, -, -,    401",
    "0.0.0.0, POST, /predict,      192.168.1.6:8000, -, -, GOOD, 403",
    "0.0.0.0, GET,  /docs,         192.168.1.5:8000, -, -, -,    200",
    "0.0.0.0, GET,  /docs/index.html, 192.168.1.5:8000, -, -, -, 200",
    "0.0.0.0, GET,  /openapi,      192.168.1.5:8000, -, -, -,    200",
    "0.0.0.0, POST, /docs,         192.168.1.5:8000, -, -, -,    401",
    "0.0.0.0, GET,  /docs,         evil.example:8000, -, -, -,   403",
    "0.0.0.0, GET,  /openapi,      inkling.example,  -, -, GOOD, 200",
    "0.0.0.0, GET,  /metrics,      192.168.1.5:8000, -, -, -,    401",
    "0.0.0.0, GET,  /health/lively, 192.168.1.5:8000, -, -, -,   401",
    "0.0.0.0, POST, /predict,      192.168.1.5:8000, https://school.example, cross-site, -, 401",
    "0.0.0.0, POST, /predict,      192.168.1.5:8000, https://school.example, cross-site, GOOD, 200",
    "0.0.0.0, POST, /predict,      0.0.0.0:8000,     -, -, GOOD, 403",
  })
  void eachVisitIsJudged(
      String listensOn,
      String method,
      String path,
      String host,
      String origin,
      String site,
      String token,
      int status) {
    InetSocketAddress ours =
        new InetSocketAddress(
            InetAddress.ofLiteral(listensOn.equals("0.0.0.0") ? "192.168.1.5" : listensOn), 8000);
    var access = new Access(new ServerOptions(listensOn, 8000).withAccess(RULES));

    Verdict verdict =
        access.judge(
            new Visit(
                method,
                path,
                values(host),
                values(origin),
                values(site),
                values(token.equals("GOOD") ? "Bearer " + TOKEN.value() : token),
                false,
                ours));

    assertThat(status(verdict)).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer  ", "BEARER "})
  void theTokenIsTakenHoweverBearerIsWritten(String scheme) {
    assertThat(TOKEN.isIn(scheme + TOKEN.value())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Basic a-token-for-this-test-only",
        "a-token-for-this-test-only",
        "Bearer a-token-for-this-test-onl",
        "Bearer a-token-for-this-test-only2"
      })
  void whatIsNotTheTokenIsNotTaken(String authorization) {
    assertThat(TOKEN.isIn(authorization)).isFalse();
  }

  @Test
  void twoOfAHeaderAreOneTooMany() {
    var access = new Access(ServerOptions.defaults().withAccess(RULES));
    String own = "localhost:8000";

    assertThat(status(access.judge(visit(List.of(own, own), List.of())))).isEqualTo(403);
    assertThat(
            status(
                access.judge(
                    visit(List.of(own), List.of("http://localhost:8000", "https://evil.example")))))
        .isEqualTo(403);
  }

  @Test
  void withoutATokenThereIsNothingThatOpens() {
    var access = new Access(new ServerOptions("0.0.0.0", 8000));

    assertThat(status(access.judge(visit(List.of("localhost:8000"), List.of())))).isEqualTo(401);
  }

  @Test
  void aRefusalSaysWhatToDoAndRepeatsNothingHarmful() {
    var access = new Access(ServerOptions.defaults());

    Verdict verdict = access.judge(visit(List.of("<script>\"\n"), List.of()));

    assertThat(((Verdict.Foreign) verdict).detail())
        .contains("localhost:8000")
        .contains("--allow-host")
        .doesNotContain("<", "\"", "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/", "a.example", "*", "null", "ftp://a.example", ""})
  void whatIsNoOriginIsToldHowToWriteOne(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccessRules(Set.of(), Set.of(origin), Optional.empty()))
        .withMessageContaining("https://NAME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.example", "a.example/", "*", "a example", ""})
  void whatIsNoHostIsToldHowToWriteOne(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccessRules(Set.of(host), Set.of(), Optional.empty()))
        .withMessageContaining("NAME:PORT");
  }

  @Test
  void twoRandomTokensDiffer() {
    assertThat(BearerToken.random()).isNotEqualTo(BearerToken.random());
    assertThat(BearerToken.random().value()).hasSize(43);
  }

  @Test
  void aTokenDoesNotTellItselfToLogs() {
    assertThat(RULES.toString()).doesNotContain(TOKEN.value());
  }

  private static Visit visit(List<String> hosts, List<String> origins) {
    return new Visit(
        "POST",
        "/predict",
        hosts,
        origins,
        List.of(),
        List.of(),
        false,
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8000));
  }

  private static List<String> values(String value) {
    return value.equals("-") ? List.of() : List.of(value);
  }

  private static int status(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Welcome() -> 200;
      case Verdict.Foreign(String _) -> 403;
      case Verdict.TokenNeeded(String _) -> 401;
    };
  }
}
