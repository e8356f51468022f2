package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Answer;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What [AccessTest] decides, asked of servers that run.
class AccessOverHttpTest {
  private static final byte[] SEVEN = new DrawingRenderer().png(ScriptedHand.draw(7));
  private static final BearerToken TOKEN = BearerToken.random();
  private static final AccessRules RULES =
      new AccessRules(
          Set.of("inkling.example"), Set.of("https://school.example"), Optional.of(TOKEN));
  private static final Map<String, Client> SERVERS = new LinkedHashMap<>();

  @BeforeAll
  static void listenHereAndBeyond() {
    SERVERS.put("here", RunningServer.start(new ServerOptions("127.0.0.1", 0).withAccess(RULES)));
    SERVERS.put("beyond", RunningServer.start(new ServerOptions("0.0.0.0", 0).withAccess(RULES)));
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(Client::close);
  }

  /// PORT stands for the server's own, `-` for no such header, GOOD for the token.
  @ParameterizedTest
  @CsvSource({
    "here,   POST,    /predict,     localhost:PORT,    -,                      -,           -,     200",
    "here,   POST,    /predict,     127.0.0.1:PORT,    http://127.0.0.1:PORT,  same-origin, -,     200",
    "here,   POST,    /predict,     inkling.example,   -,                      -,           -,     200",
    "here,   POST,    /predict,     evil.example:PORT, -,                      -,           -,     403",
    "here,   POST,    /predict,     localhost:1,       -,                      -,           -,     403",
    "here,   POST,    /predict,     localhost:PORT,    https://evil.example,   -,           -,     403",
    "here,   POST,    /predict,     localhost:PORT,    null,                   -,           -,     403",
    "here,   POST,    /predict,     localhost:PORT,    https://evil.example,   -,           GOOD,  403",
    "here,   POST,    /predict,     localhost:PORT,    https://school.example, cross-site,  -,     200",
    "here,   POST,    /predict,     localhost:PORT,    -,                      cross-site,  -,     403",
    "here,   POST,    /predict,     localhost:PORT,    -,                      same-site,   -,     403",
    "here,   GET,     /predict,     localhost:PORT,    -,                      -,           -,     405",
    "here,   GET,     /nowhere,     localhost:PORT,    -,                      -,           -,     404",
    "here,   GET,     /nowhere,     evil.example:PORT, -,                      -,           -,     403",
    "here,   GET,     /health/live, evil.example:PORT, -,                      -,           -,     403",
    "here,   GET,     /openapi,     evil.example:PORT, -,                      -,           -,     403",
    "here,   GET,     /docs/,       evil.example:PORT, -,                      -,           -,     403",
    "here,   GET,     /docs/,       localhost:PORT,    -,                      none,        -,     200",
    "here,   OPTIONS, /predict,     evil.example:PORT, -,                      -,           -,     403",
    "here,   POST,    /nowhere,     localhost:PORT,    -,                      -,           -,     401",
    "here,   POST,    /nowhere,     localhost:PORT,    -,                      -,           GOOD,  404",
    "here,   DELETE,  /nowhere,     localhost:PORT,    -,                      -,           WRONG, 401",
    "beyond, POST,    /predict,     127.0.0.1:PORT,    -,                      -,           -,     401",
    "beyond, POST,    /predict,     127.0.0.1:PORT,    -,                      -,           WRONG, 401",
    "beyond, POST,    /predict,     127.0.0.1:PORT,    -,                      -,           GOOD,  200",
    "beyond, POST,    /predict,     evil.example:PORT, -,                      -,           GOOD,  403",
    "beyond, GET,     /docs/,       127.0.0.1:PORT,    -,                      -,           -,     200",
    "beyond, GET,     /openapi,     127.0.0.1:PORT,    -,                      -,           -,     200",
    "beyond, GET,     /openapi,     127.0.0.1:PORT,    -,                      -,           GOOD,  200",
    "beyond, GET,     /nowhere,     127.0.0.1:PORT,    -,                      -,           -,     401",
    "beyond, GET,     /health/live, 127.0.0.1:PORT,    -,                      -,           -,     200",
    "beyond, GET,     /health/../metrics,      127.0.0.1:PORT, -,              -,           -,     401",
    "beyond, GET,     /health/live/../../metrics, 127.0.0.1:PORT, -,           -,           -,     401",
    "beyond, GET,     /docs/../metrics,        127.0.0.1:PORT, -,              -,           -,     401",
    "beyond, POST,    /docs/../predict,        127.0.0.1:PORT, -,              -,           -,     401",
    "beyond, GET,     /openapi/../models,      127.0.0.1:PORT, -,              -,           -,     401",
    "beyond, GET,     /docsandmore,            127.0.0.1:PORT, -,              -,           -,     401",
    "beyond, GET,     /health%2Flive,          127.0.0.1:PORT, -,              -,           -,     200",
    "beyond, GET,     //metrics,               127.0.0.1:PORT, -,              -,           -,     401",
    "beyond, GET,     /health/ready, evil.example:PORT, -,                     -,           -,     403",
  })
  void eachRequestGetsItsStatus(
      String server,
      String method,
      String path,
      String host,
      String origin,
      String site,
      String token,
      int status)
      throws IOException {
    try (var raw = new RawHttp(address(server))) {
      raw.send("%s %s HTTP/1.1\r\nConnection: close\r\n".formatted(method, path));
      raw.send(header("Host", host, server));
      raw.send(header("Origin", origin, server));
      raw.send(header("Sec-Fetch-Site", site, server));
      raw.send(
          header(
              "Authorization",
              switch (token) {
                case "GOOD" -> "Bearer " + TOKEN.value();
                case "WRONG" -> "Bearer " + BearerToken.random().value();
                default -> "-";
              },
              server));
      boolean sends = method.equals("POST");
      raw.send("Content-Length: %d\r\n\r\n".formatted(sends ? SEVEN.length : 0));
      if (sends) {
        raw.send(SEVEN);
      }

      String answer = raw.end().received();

      assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
      if (status == 401) {
        assertThat(answer).containsIgnoringCase("WWW-Authenticate: Bearer");
      }
      if (status >= 400) {
        assertThat(answer).contains("application/problem+json").contains("\"request_id\"");
      }
    }
  }

  @Test
  void whoIsRefusedDoesNotWaitForTheBodyToBeRead() throws IOException {
    try (var raw = new RawHttp(address("here"))) {
      raw.send("POST /predict HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 1000000\r\n\r\n");

      assertThat(raw.status()).isEqualTo("HTTP/1.1 403 Forbidden");
    }
  }

  @Test
  void anInvitedPageMayReadTheAnswerAndNoOther() {
    Client here = server("here");
    Answer invited = here.send(predictFrom("https://school.example"));
    Answer own = here.send(predictFrom(here.server().address().toString()));

    assertThat(invited.status()).isEqualTo(200);
    assertThat(invited.header("Access-Control-Allow-Origin")).isEqualTo("https://school.example");
    assertThat(invited.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(invited.header("Vary")).containsIgnoringCase("origin");
    assertThat(own.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void anInvitedPagesBrowserIsToldWhatItMaySend() {
    var answer = server("beyond").sendRaw(preflight("beyond", "https://school.example"));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://school.example");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("POST");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .containsIgnoringCase("authorization");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null"})
  void anyOtherPagesBrowserIsRefused(String origin) {
    var answer = server("beyond").sendRaw(preflight("beyond", origin));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  private static HttpRequest.Builder predictFrom(String origin) {
    return HttpRequest.newBuilder(server("here").at("/predict"))
        .header("Origin", origin)
        .POST(BodyPublishers.ofByteArray(SEVEN));
  }

  private static HttpRequest.Builder preflight(String server, String origin) {
    return HttpRequest.newBuilder(address(server).resolve("/predict"))
        .method("OPTIONS", BodyPublishers.noBody())
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type");
  }

  private static String header(String name, String value, String server) {
    String port = String.valueOf(address(server).getPort());
    return value.equals("-") ? "" : "%s: %s\r\n".formatted(name, value.replace("PORT", port));
  }

  private static URI address(String server) {
    return URI.create("http://127.0.0.1:" + server(server).server().address().getPort());
  }

  private static Client server(String name) {
    return Objects.requireNonNull(SERVERS.get(name));
  }
}
