package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.OpenApiDocument.Operation;
import dev.inkling.api.RunningServer.Answer;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.TestPictures;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The description against the running server: what it shows is sent, what it promises must come,
/// and each refusal that it names is provoked.
class OpenApiTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();
  private static final String FORM = "multipart/form-data";
  private static final String JSON = "application/json";
  private static final byte[] TWO = new DrawingRenderer().png(ScriptedHand.draw(2));

  private static Client client;
  private static WebServer loading;
  private static Workers workers;

  /// A request to any server.
  private record Call(String method, String path, String contentType, byte[] body) {
    Call to(String other) {
      return new Call(method, other, contentType, body);
    }

    Call by(String other) {
      return new Call(other, path, contentType, body);
    }

    Call with(String type, byte[] content) {
      return new Call(method, path, type, content);
    }

    Answer send(URI server) {
      var request =
          HttpRequest.newBuilder(server.resolve(path))
              .method(method, BodyPublishers.ofByteArray(body));
      return client.send(
          contentType.isEmpty() ? request : request.header("Content-Type", contentType));
    }
  }

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    client = Servers.explaining(folder);
    workers = new Workers(Limits.defaults());
    loading =
        InklingServer.build(
                WebServer.builder(),
                ServerOptions.defaults().withPort(0),
                new LoadedModels(),
                workers,
                new AtomicReference<>(Phase.LOADING))
            .start();
  }

  @AfterAll
  static void stop() {
    loading.stop();
    workers.close();
    client.close();
  }

  static Stream<Operation> operations() {
    return DOCUMENT.operations().stream();
  }

  static Stream<Arguments> refusals() {
    return operations()
        .flatMap(
            operation ->
                operation.statuses().stream()
                    .filter(status -> status >= 400)
                    .map(status -> Arguments.of(operation, status)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void whatItShowsIsSentAndAnsweredAsItPromises(Operation operation) {
    for (Call call : calls(operation)) {
      Answer answer = call.send(client.at("/"));

      assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
      assertIsAsPromised(operation, answer);
    }
  }

  @Test
  void aNumberIsAnsweredAsItPromises() {
    Operation predict =
        operations()
            .filter(operation -> operation.path().equals("/predict"))
            .findFirst()
            .orElseThrow();
    var call = new Call("POST", "/predict?multiple=true&explain=true", "image/png", TWO);

    assertIsAsPromised(predict, call.send(client.at("/")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusals")
  void eachRefusalThatItNamesCanBeHad(Operation operation, int status) {
    Call call = provoking(operation, status, calls(operation).getFirst());
    URI server = status == 503 ? URI.create("http://127.0.0.1:" + loading.port()) : client.at("/");

    Answer answer = call.send(server);

    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(status);
    assertIsAsPromised(operation, answer);
  }

  @Test
  void itsExamplesAreAsItsSchemasSay() {
    for (Operation operation : DOCUMENT.operations()) {
      for (JsonNode response : operation.node().get("responses")) {
        DOCUMENT.resolved(response).path("content").forEach(OpenApiTest::assertExamplesFit);
      }
      DOCUMENT
          .resolved(operation.node().path("requestBody"))
          .path("content")
          .forEach(OpenApiTest::assertExamplesFit);
    }
  }

  private static void assertExamplesFit(JsonNode content) {
    var examples = new ArrayList<JsonNode>();
    content.path("examples").forEach(named -> examples.add(DOCUMENT.resolved(named).get("value")));
    if (content.has("example")) {
      examples.add(content.get("example"));
    }
    for (JsonNode example : examples) {
      assertThat(DOCUMENT.complaints(content.get("schema"), example)).isEmpty();
    }
  }

  private static void assertIsAsPromised(Operation operation, Answer answer) {
    JsonNode response = DOCUMENT.resolved(operation.node().at("/responses/" + answer.status()));
    assertThat(response.path("headers").propertyNames())
        .allSatisfy(name -> assertThat(answer.header(name)).as(name).isNotEmpty());
    String type = answer.header("Content-Type").replaceAll(";.*", "");
    JsonNode content = response.path("content").path(type);
    assertThat(content.isMissingNode()).as("%s of %s", type, answer.status()).isFalse();
    assertThat(DOCUMENT.complaints(content.get("schema"), answer.json())).isEmpty();
  }

  /// A request for each of its examples; pictures, which can't stand in it, are drawn.
  private static List<Call> calls(Operation operation) {
    String path = path(operation, "robust");
    JsonNode contents = DOCUMENT.resolved(operation.node().path("requestBody")).path("content");
    if (contents.isMissingNode()) {
      return List.of(new Call(operation.method(), path, "", new byte[0]));
    }
    var calls = new ArrayList<Call>();
    var call = new Call(operation.method(), path, "", new byte[0]);
    for (var content : contents.properties()) {
      switch (content.getKey()) {
        case JSON -> {
          for (JsonNode example : content.getValue().get("examples")) {
            calls.add(call.with(JSON, Json.bytes(DOCUMENT.resolved(example).get("value"))));
          }
        }
        case FORM -> calls.add(form(call, TWO));
        default -> {
          // Nor can numbers in binary: V2BinaryTest sends those.
          if (!path.startsWith("/v2")) {
            calls.add(call.with(content.getKey(), TWO));
          }
        }
      }
    }
    return calls;
  }

  private static Call provoking(Operation operation, int status, Call good) {
    return switch (status) {
      case 400 -> good.with(good.contentType(), "{".getBytes(StandardCharsets.UTF_8));
      case 404 ->
          good.to(
              operation.path().contains("{name}")
                  ? path(operation, "oracle")
                  : good.path() + "?model=oracle");
      case 405 -> good.by("DELETE");
      case 413 -> good.with(good.contentType(), new byte[Limits.defaults().uploadBytes() + 1]);
      case 415 ->
          isJson(good)
              ? picture(good, "a text".getBytes(StandardCharsets.UTF_8))
              : good.with("text/plain", TWO);
      case 422 -> picture(good, TestPictures.blank(50, 50, 0xFFFFFFFF));
      case 501 -> good.to(path(operation, "mute"));
      case 503 -> good;
      default -> throw new AssertionError("How is a " + status + " provoked?");
    };
  }

  private static Call picture(Call good, byte[] picture) {
    String json =
        "{\"instances\":[{\"b64\":\"%s\"}]}".formatted(Base64.getEncoder().encodeToString(picture));
    return isJson(good)
        ? good.with(JSON, json.getBytes(StandardCharsets.UTF_8))
        : form(good, picture);
  }

  private static Call form(Call call, byte[] picture) {
    return call.with(
        FORM + "; boundary=" + RunningServer.BOUNDARY, RunningServer.form("file", picture));
  }

  private static boolean isJson(Call call) {
    return call.contentType().equals(JSON);
  }

  private static String path(Operation operation, String model) {
    return operation.path().replace("{name}", model).replace("{version}", "1");
  }
}
