package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Fuzzing;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Mutation;
import dev.inkling.model.ink.PictureSeeds;
import dev.inkling.model.ink.ScriptedHand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Broken requests of all kinds against one running server: none is the server's fault, each is
/// answered or hung up on before its client loses patience, and good ones are answered afterwards.
@ExtendWith(RunningServer.class)
@Timeout(value = 2, unit = TimeUnit.HOURS)
class EndpointFuzzTest {
  private static final int FEW = 300;
  private static final byte[] SEVEN = new DrawingRenderer().png(ScriptedHand.draw(7));
  private static final List<byte[]> PICTURES = PictureSeeds.all();
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

  /// Answers that say what the server can't do, and are no fault of it: it is full, it does not
  /// know that version of HTTP, or that model can't be explained.
  private static final Set<Integer> DOCUMENTED = Set.of(501, 503, 505);

  /// The numbers of a blank glyph.
  private static final String FLAT = "0" + ",0".repeat(Glyph.PIXELS - 1);

  /// How much of a request with binary tensors is JSON.
  private static final int JSON_LENGTH = 200;

  /// What is posted where, as what.
  private record Target(String path, List<String> headers, List<byte[]> bodies) {
    Target(String path, String type, List<byte[]> bodies) {
      this(path, List.of("Content-Type", type), bodies);
    }
  }

  private static final List<Target> TARGETS =
      List.of(
          new Target("/predict", "image/png", PICTURES),
          new Target("/predict?explain=true", "application/octet-stream", PICTURES),
          new Target("/predict", form(), PICTURES.stream().map(EndpointFuzzTest::form).toList()),
          new Target(
              "/predict/batch",
              form(),
              List.of(
                  RunningServer.form("file", PICTURES.subList(0, 3)),
                  RunningServer.form("file", PICTURES.subList(30, 34)))),
          new Target("/v1/models/robust:predict", "application/json", v1()),
          new Target("/v1/models/seed:explain", "application/json", v1()),
          new Target("/v2/models/robust/infer", "application/json", v2()),
          new Target(
              "/v2/models/seed/infer",
              List.of("Inference-Header-Content-Length", String.valueOf(JSON_LENGTH)),
              v2Binary()));

  @Test
  void brokenBodiesAreNeverTheServersFault(Client client) {
    Fuzzing.rounds(
        FEW,
        round -> {
          Target target = TARGETS.get(round % TARGETS.size());
          byte[] body = new Mutation(target.bodies, round).mutant();
          int status = post(client, target, body, round);
          if (status >= 500 && !DOCUMENTED.contains(status)) {
            throw Fuzzing.harm(round, target.path + " answered " + status, body, null);
          }
        });
    assertThat(client.post("/predict", "image/png", SEVEN).status()).isEqualTo(200);
  }

  @Test
  void brokenRequestsAreNeverTheServersFault(Client client) {
    List<byte[]> requests = requests(client.server().address());
    Fuzzing.rounds(
        FEW,
        round -> {
          byte[] request = new Mutation(requests, round).mutant();
          Matcher statuses = STATUS.matcher(answer(client, request, round));
          while (statuses.find()) {
            int status = Integer.parseInt(statuses.group(1));
            if (status >= 500 && !DOCUMENTED.contains(status)) {
              throw Fuzzing.harm(round, "answered " + status, request, null);
            }
          }
        });
    assertThat(client.post("/predict", "image/png", SEVEN).status()).isEqualTo(200);
  }

  private static int post(Client client, Target target, byte[] body, int round) {
    try {
      return client
          .sendRaw(
              HttpRequest.newBuilder(client.at(target.path))
                  .headers(target.headers.toArray(String[]::new))
                  .POST(BodyPublishers.ofByteArray(body)))
          .statusCode();
    } catch (AssertionError broken) {
      throw Fuzzing.harm(round, target.path + " broke the connection", body, broken);
    }
  }

  /// Everything that comes back; nothing, if the server hangs up on what it can't make sense of.
  private static String answer(Client client, byte[] request, int round) {
    try (var http = new RawHttp(client.server().address())) {
      return http.send(request).end().received();
    } catch (SocketException hungUp) {
      return "";
    } catch (IOException impatient) {
      throw Fuzzing.harm(round, "no answer", request, impatient);
    }
  }

  private static String form() {
    return "multipart/form-data; boundary=" + RunningServer.BOUNDARY;
  }

  private static byte[] form(byte[] picture) {
    return RunningServer.form("file", picture);
  }

  private static List<byte[]> v1() {
    String glyph = "[%s]".formatted(FLAT);
    String picture = Base64.getEncoder().encodeToString(SEVEN);
    return texts(
        "{\"instances\": [%s]}".formatted(glyph),
        "{\"instances\": [{\"glyph\": %s}, {\"glyph\": %s}]}".formatted(glyph, glyph),
        "{\"signature_name\": \"serving_default\", \"inputs\": {\"glyph\": [%s]}}".formatted(glyph),
        "{\"instances\": [{\"b64\": \"%s\"}]}".formatted(picture),
        "{\"instances\": [[[0.5, 1e3, -1], [true, null, \"x\"]]]}");
  }

  private static List<byte[]> v2() {
    return texts(
        ("{\"id\": \"4\", \"parameters\": {\"a\": 1}, \"inputs\": [{\"name\": \"glyph\", \"shape\":"
                + " [1, 28, 28], \"datatype\": \"FP32\", \"data\": [%s]}], \"outputs\": [{\"name\":"
                + " \"digit\"}]}")
            .formatted(FLAT),
        "{\"inputs\": [{\"name\": \"glyph\", \"shape\": [0], \"datatype\": \"UINT8\", \"data\":"
            + " []}]}");
  }

  /// Of each datatype size, with blank glyphs behind the JSON.
  private static List<byte[]> v2Binary() {
    return Stream.of(V2Datatype.FP16, V2Datatype.FP32, V2Datatype.INT64, V2Datatype.UINT8)
        .map(
            datatype -> {
              String json =
                  ("{\"inputs\": [{\"name\": \"glyph\", \"shape\": [2, 784], \"datatype\": \"%s\","
                          + " \"parameters\": {\"binary_data_size\": %d}}],"
                          + " \"parameters\": {\"binary_data_output\": true}}")
                      .formatted(datatype, 2 * Glyph.PIXELS * datatype.size());
              var body = new ByteArrayOutputStream();
              body.writeBytes(
                  ("%-" + JSON_LENGTH + "s").formatted(json).getBytes(StandardCharsets.UTF_8));
              body.writeBytes(new byte[2 * Glyph.PIXELS * datatype.size()]);
              return body.toByteArray();
            })
        .toList();
  }

  private static List<byte[]> requests(URI server) {
    String host = "Host: " + server.getAuthority() + "\r\n";
    var requests = new ArrayList<byte[]>();
    requests.addAll(
        texts(
            "GET /health/ready HTTP/1.1\r\n" + host + "\r\n",
            "GET /models/robust?a=%41&b HTTP/1.1\r\n" + host + "Accept: */*\r\n\r\n",
            "GET /docs/ HTTP/1.1\r\n" + host + "Range: bytes=0-5\r\nIf-None-Match: \"a\"\r\n\r\n",
            "GET /v1/models/seed/versions/1 HTTP/1.1\r\n" + host + "Cookie: a=b; c\r\n\r\n",
            "GET /metrics HTTP/1.0\r\n" + host + "Connection: keep-alive\r\n\r\n",
            "OPTIONS /predict HTTP/1.1\r\n"
                + host
                + "Origin: http://"
                + server.getAuthority()
                + "\r\nAccess-Control-Request-Method: POST\r\n\r\n",
            "HEAD /openapi HTTP/1.1\r\n" + host + "X-Request-Id: abc\r\n\r\n",
            "POST /predict HTTP/1.1\r\n"
                + host
                + "Transfer-Encoding: chunked\r\nContent-Type: image/png\r\n\r\n"
                + "5\r\nhello\r\n3;a=b\r\nabc\r\n0\r\nTrailer: x\r\n\r\n",
            "POST /predict HTTP/1.1\r\n"
                + host
                + "Expect: 100-continue\r\nContent-Length: 5\r\nContent-Type: image/png\r\n\r\nhello",
            "GET /h2 HTTP/1.1\r\n"
                + host
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    byte[] form = form(PICTURES.getFirst());
    var upload = new ByteArrayOutputStream();
    upload.writeBytes(
        "POST /predict HTTP/1.1\r\n%sContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(host, form(), form.length)
            .getBytes(StandardCharsets.US_ASCII));
    upload.writeBytes(form);
    requests.add(upload.toByteArray());
    byte[] tensors = v2Binary().getFirst();
    var binary = new ByteArrayOutputStream();
    binary.writeBytes(
        "POST /v2/models/seed/infer HTTP/1.1\r\n%sInference-Header-Content-Length: %d\r\nContent-Length: %d\r\n\r\n"
            .formatted(host, JSON_LENGTH, tensors.length)
            .getBytes(StandardCharsets.US_ASCII));
    binary.writeBytes(tensors);
    requests.add(binary.toByteArray());
    return requests;
  }

  private static List<byte[]> texts(String... texts) {
    return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
