package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningServer.class)
class SafeHeadersTest {
  private static final byte[] SEVEN = new DrawingRenderer().png(ScriptedHand.draw(7));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/",
        "/docs/swagger-ui.css",
        "/docs/nothing.js",
        "/openapi",
        "/health/live",
        "/models",
        "/nowhere",
        "/predict"
      })
  void everyAnswerKeepsBrowsersInBounds(String path, Client client) {
    HttpResponse<byte[]> answer =
        client.sendRaw(
            HttpRequest.newBuilder(client.at(path))
                .header("Origin", client.server().address().toString()));

    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-eval");
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  @Test
  void onlyThePageOfTheDocumentationRunsScriptsAndOnlyItsOwn(Client client) {
    assertThat(
            header(
                client.sendRaw(HttpRequest.newBuilder(client.at("/docs/"))),
                "Content-Security-Policy"))
        .contains("script-src 'self';");
    assertThat(
            header(
                client.sendRaw(HttpRequest.newBuilder(client.at("/openapi"))),
                "Content-Security-Policy"))
        .doesNotContain("script-src");
  }

  @Test
  void aPredictionHasThemToo(Client client) {
    var answer = client.post("/predict", "image/png", SEVEN);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void whatIsNoHttpIsAnsweredWithThemAndWithAnId(Client client) throws IOException {
    try (var raw = new RawHttp(client.server().address())) {
      String answer = raw.send("nonsense\r\n\r\n").end().received();

      assertThat(answer)
          .startsWith("HTTP/1.1 400 ")
          .containsIgnoringCase("X-Content-Type-Options: nosniff")
          .containsPattern("(?i)X-Request-Id: [0-9a-f-]{36}");
    }
  }

  @Test
  void aRequestRefusedBeforeItIsRoutedKeepsItsId(Client client) throws IOException {
    try (var raw = new RawHttp(client.server().address())) {
      String answer =
          raw.send(
                  "POST /predict HTTP/1.1\r\nHost: %s\r\nX-Request-Id: job-17\r\nContent-Length: many\r\n\r\n"
                      .formatted(client.server().address().getAuthority()))
              .end()
              .received();

      assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("X-Request-Id: job-17");
      assertThat(answer).contains("\"request_id\":\"job-17\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST,    /openapi,           GET",
    "DELETE,  /openapi,           GET",
    "OPTIONS, /openapi,           GET",
    "POST,    /health/live,       GET",
    "PUT,     /health/ready,      GET",
    "POST,    /docs,              GET",
    "POST,    /docs/index.html,   GET",
    "OPTIONS, /docs/,             GET",
    "POST,    /models,            GET",
    "GET,     /predict,           POST",
    "OPTIONS, /predict,           POST",
    "HEAD,    /predict,           POST",
    "HEAD,    /openapi,           GET",
    "HEAD,    /health/live,       GET",
    "HEAD,    /models,            GET",
    "DELETE,  /v2/health/live,    GET"
  })
  void aPathThatExistsNamesItsMethod(String method, String path, String allowed, Client client) {
    HttpResponse<byte[]> answer =
        client.sendRaw(
            HttpRequest.newBuilder(client.at(path)).method(method, BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "Allow")).isEqualTo(allowed);
    assertThat(header(answer, "X-Request-Id")).isNotEmpty();
  }

  @Test
  void afterAHeadTheConnectionIsStillInStep(Client client) throws IOException {
    String host = client.server().address().getAuthority();
    try (var raw = new RawHttp(client.server().address())) {
      String answers =
          raw.send("HEAD /nowhere HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(host))
              .send("GET /health/live HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(host))
              .end()
              .received();

      assertThat(answers).containsPattern("(?s)^HTTP/1.1 404 [^{]*\r\n\r\nHTTP/1.1 200 ");
    }
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
