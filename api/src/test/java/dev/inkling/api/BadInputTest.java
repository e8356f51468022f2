package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Answer;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.TestPictures;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningServer.class)
class BadInputTest {
  private static final byte[] GOOD = new DrawingRenderer().png(ScriptedHand.draw(7));
  private static final String FORM = "multipart/form-data; boundary=" + RunningServer.BOUNDARY;

  private static final String CHUNKED =
      "POST /predict HTTP/1.1\r\nHost: HERE\r\nContent-Type: image/png\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n";

  static Stream<Arguments> uploads() {
    byte[] form = RunningServer.form("file", GOOD);
    return Stream.of(
        upload("nothing at all", 400, "", new byte[0]),
        upload("an empty picture", 400, "image/png", new byte[0]),
        upload("a text", 415, "image/png", "hello".getBytes(StandardCharsets.UTF_8)),
        upload("a GIF", 415, "image/gif", "GIF89a\1\0\1\0".getBytes(StandardCharsets.UTF_8)),
        upload("a PNG cut short", 400, "image/png", Arrays.copyOf(GOOD, GOOD.length / 2)),
        upload("a JPEG cut short", 400, "image/jpeg", half("seven.jpg")),
        upload("a BMP cut short", 400, "image/bmp", half("seven.bmp")),
        upload("30,000 x 30,000 pixels", 413, "image/png", TestPictures.bomb(30_000, 30_000)),
        upload("a strip of 20,000 x 10", 413, "image/png", TestPictures.bomb(20_000, 10)),
        upload("40 MB", 413, "image/png", new byte[40 << 20]),
        upload("40 MB in a form", 413, FORM, RunningServer.form("file", new byte[40 << 20])),
        upload("one pixel", 422, "image/png", TestPictures.blank(1, 1, 0xFF000000)),
        upload("all white", 422, "image/png", TestPictures.blank(300, 200, 0xFFFFFFFF)),
        upload("all transparent", 422, "image/png", TestPictures.blank(300, 200, 0)),
        upload("JSON", 415, "application/json", "{}".getBytes(StandardCharsets.UTF_8)),
        upload("a picture that claims to be text", 415, "text/plain", GOOD),
        upload("curl's default type", 415, "application/x-www-form-urlencoded", GOOD),
        upload("a malformed type", 400, "image", GOOD),
        upload("a form without a boundary", 400, "multipart/form-data", form),
        upload("a form with another boundary", 400, "multipart/form-data; boundary=other", form),
        upload("a form with a wrong field", 400, FORM, RunningServer.form("image", GOOD)),
        upload("a form with an empty file", 400, FORM, RunningServer.form("file", new byte[0])),
        upload("a form cut short", 400, FORM, Arrays.copyOf(form, form.length / 2)),
        upload("a form of nothing", 400, FORM, new byte[0]),
        upload(
            "a form that only ends",
            400,
            FORM,
            ("--" + RunningServer.BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("uploads")
  void aBadUploadIsToldWhatToDo(
      String name, int status, String contentType, byte[] body, Client client) {
    Answer answer = client.post("/predict", contentType, body);

    assertThat(answer.status()).isEqualTo(status);
    assertIsProblem(answer);
    // And the next one is answered.
    assertThat(client.post("/predict", "image/png", GOOD).status()).isEqualTo(200);
  }

  @Test
  void theSentenceNamesTheFieldThatIsMissing(Client client) {
    Answer answer = client.postForm(RunningServer.form("image", GOOD));

    assertThat(answer.json().get("detail").asString()).contains("'file'").contains("image");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "POST /predict HTTP/1.1\r\n\r\n",
        "POST /predict HTTP/1.1\r\nHost: HERE\r\nContent-Length: many\r\n\r\n",
        "POST /predict HTTP/1.1\r\nHost: HERE\r\nContent-Length: -5\r\n\r\n",
        "POST /pre%zzdict HTTP/1.1\r\nHost: HERE\r\n\r\n",
        "GET /docs/../../../../etc/passwd HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n",
        "G/T / HTTP/1.1\r\nHost: HERE\r\n\r\n",
        "\nGET / HTTP/1.1\r\nHost: HERE\r\n\r\n",
        "G\u0001T / HTTP/1.1\r\nHost: HERE\r\n\r\n",
        CHUNKED + "3;name=value\r\nabc\r\n0\r\n\r\n",
        CHUNKED + "3\rabc\r\n0\r\n\r\n",
        CHUNKED + "many\r\nabc\r\n0\r\n\r\n",
        CHUNKED + "-3\r\nabc\r\n0\r\n\r\n",
        CHUNKED + "FFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n",
        "GET /docs/ HTTP/1.1\r\nHost: HERE\r\nRange: bytesgin: 5\r\n\r\n",
        "GET /docs/ HTTP/1.1\r\nHost: HERE\r\nRange: bytes=5-,x\r\n\r\n",
        "GET /docs/ HTTP/1.1\r\nHost: HERE\r\nIf-Modified-Since: 5\r\nRange: bytes=-\r\n\r\n",
        "GET / HTTP/7.5\r\nHost: HERE\r\n\r\n"
      })
  void whatIsNoHttpIsRefusedAsAProblemToo(String request, Client client) throws IOException {
    String answer = exchange(client, request);

    assertThat(answer).containsPattern("^HTTP/1.1 [45]0[0145] ").doesNotContain(" 500 ");
    assertThat(answer).contains("application/problem+json").contains("\"request_id\"");
  }

  @Test
  void jsonInAnEncodingThatIsNoneIsRefused(Client client) {
    byte[] oddlyMixed = {0, 0, '{', 0, 0, 0, '}', 0};

    Answer answer = client.post("/v1/models/seed:predict", "application/json", oddlyMixed);

    assertThat(answer.status()).isEqualTo(400);
    assertIsProblem(answer);
  }

  @Test
  void aBodyThatEndsTooEarlyHarmsNobody(Client client) throws IOException {
    exchange(
        client,
        "POST /predict HTTP/1.1\r\nHost: HERE\r\nContent-Type: image/png\r\n"
            + "Content-Length: 1000\r\n\r\nonly this");

    assertThat(client.post("/predict", "image/png", GOOD).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "POST /pre",
        "POST /predict HTTP/1.1\r\n",
        "POST /predict HTTP/1.1\r\nHost: HERE\r\n",
        "POST /predict HTTP/1.1\r\nHost: HERE\r\nContent-Le"
      })
  void whoHangsUpWithinAHeadIsHungUpOnToo(String request, Client client) throws IOException {
    assertThat(exchange(client, request)).isEmpty();
  }

  @Test
  void mutatedFormsAreNeverTheServersFault(Client client) {
    var random = new Random(4711);
    byte[] form = RunningServer.form("file", TestPictures.file("seven.png"));
    for (int round = 0; round < 300; round++) {
      byte[] mutated = form.clone();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
      }
      mutated = Arrays.copyOf(mutated, random.nextInt(mutated.length / 2, mutated.length + 1));

      Answer answer = client.postForm(mutated);

      assertThat(answer.status()).isIn(200, 400, 413, 415, 422);
      if (answer.status() != 200) {
        assertIsProblem(answer);
      }
    }
  }

  private static void assertIsProblem(Answer answer) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.propertyNames())
        .containsExactly("type", "title", "status", "detail", "error", "request_id");
    assertThat(problem.get("status").asInt()).isEqualTo(answer.status());
    assertThat(problem.get("detail").asString())
        .endsWith(".")
        .isEqualTo(problem.get("error").asString());
    assertThat(problem.get("request_id").asString()).isEqualTo(answer.header("X-Request-Id"));
  }

  private static String exchange(Client client, String request) throws IOException {
    try (var socket =
        new Socket(client.server().address().getHost(), client.server().address().getPort())) {
      socket.setSoTimeout(20_000);
      String here = client.server().address().getAuthority();
      socket
          .getOutputStream()
          .write(request.replace("HERE", here).getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Arguments upload(String name, int status, String contentType, byte[] body) {
    return Arguments.of(name, status, contentType, body);
  }

  private static byte[] half(String name) {
    byte[] file = TestPictures.file(name);
    return Arrays.copyOf(file, file.length / 2);
  }
}
