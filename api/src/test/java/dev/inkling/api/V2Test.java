package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.api.RunningServer.Answer;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.Inkling;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.ShippedModels;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(RunningServer.class)
class V2Test {
  private static final String INFER = "/v2/models/robust/infer";
  private static final String JSON = "application/json";
  private static final GlyphJson TWO = GlyphJson.of(2);
  private static final GlyphJson SEVEN = GlyphJson.of(7);

  /// Around the sizes at which more room is made for a body.
  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_536, 65_537, 524_287, 524_288, 524_289, 1_000_000})
  void aBodyOfAnyLengthArrivesWhole(int length, Client client) {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) ' ');
    byte[] json =
        JsonMapper.shared()
            .writeValueAsBytes(
                Map.of("inputs", List.of(tensor("FP32", List.of(1, 784), TWO.flat()))));
    System.arraycopy(json, 0, body, length - json.length, json.length);
    var request = HttpRequest.newBuilder(client.at(INFER)).header("Content-Type", JSON);

    Answer announced = client.send(request.copy().POST(BodyPublishers.ofByteArray(body)));
    Answer inChunks =
        client.send(
            request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

    assertThat(announced.json().at("/outputs/2/data").toString()).isEqualTo("[2]");
    assertThat(inChunks.json()).isEqualTo(announced.json());
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of(List.of(1, 28, 28), TWO.flat()),
        Arguments.of(List.of(1, 28, 28), List.of(TWO.rows())),
        Arguments.of(List.of(1, 784), TWO.flat()),
        Arguments.of(List.of(1, 784), List.of(TWO.flat())),
        Arguments.of(List.of(1, 28, 28, 1), TWO.flat()),
        Arguments.of(List.of(1, 28, 28, 1), List.of(TWO.rowsWithChannel())));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aGlyphIsTakenInEachShapeFlatOrNested(List<Integer> shape, Object data, Client client) {
    JsonNode json = infer(client, Map.of("inputs", List.of(tensor("FP32", shape, data)))).json();

    assertThat(json.propertyNames()).containsExactly("model_name", "model_version", "outputs");
    assertThat(json.get("model_name").asString()).isEqualTo("robust");
    assertThat(json.get("model_version").asString()).isEqualTo("1");
    Prediction expected = two();
    JsonNode outputs = json.get("outputs");
    assertThat(outputs.valueStream().map(output -> output.get("name").asString()))
        .containsExactly("probabilities", "digitness", "digit");
    assertThat(outputs.valueStream().map(output -> output.get("datatype").asString()))
        .containsExactly("FP32", "FP32", "INT64");
    assertThat(outputs.valueStream().map(output -> output.get("shape").toString()))
        .containsExactly("[1,10]", "[1]", "[1]");
    assertThat(outputs.at("/0/data/2").asDouble())
        .isCloseTo(expected.probabilities().get(2), within(1e-4));
    assertThat(outputs.at("/1/data/0").asDouble()).isCloseTo(expected.digitness(), within(1e-4));
    assertThat(outputs.at("/2/data").toString()).isEqualTo("[2]");
  }

  @Test
  void theBatchIsAsLongAsItsShapeSays(Client client) {
    Object data = List.of(SEVEN.rows(), TWO.rows());
    JsonNode outputs =
        infer(client, Map.of("inputs", List.of(tensor("FP64", List.of(2, 28, 28), data))))
            .json()
            .get("outputs");

    assertThat(outputs.at("/0/shape").toString()).isEqualTo("[2,10]");
    assertThat(outputs.at("/0/data")).hasSize(20);
    assertThat(outputs.at("/2/data").toString()).isEqualTo("[7,2]");
  }

  @Test
  void idAndParametersComeBackAndOnlyTheOutputsAskedFor(Client client) {
    JsonNode json =
        infer(
                client,
                Map.of(
                    "id", "job 17",
                    "parameters", Map.of("priority", 1, "note", "x"),
                    "inputs", List.of(tensor("FP32", List.of(1, 784), TWO.flat())),
                    "outputs", List.of(Map.of("name", "digit"), Map.of("name", "digitness"))))
            .json();

    assertThat(json.get("id").asString()).isEqualTo("job 17");
    assertThat(json.at("/parameters/priority").asInt()).isEqualTo(1);
    assertThat(json.at("/parameters/note").asString()).isEqualTo("x");
    assertThat(json.get("outputs").valueStream().map(output -> output.get("name").asString()))
        .containsExactly("digit", "digitness");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT8", "INT16", "INT32", "INT64", "UINT8", "UINT16", "UINT32", "UINT64"})
  void wholeNumbersAreNumbersToo(String datatype, Client client) {
    var bitmap = new int[Glyph.PIXELS];
    for (int i = 0; i < bitmap.length; i++) {
      bitmap[i] = Math.round(SEVEN.flat()[i]);
    }

    JsonNode json =
        infer(client, Map.of("inputs", List.of(tensor(datatype, List.of(1, 28, 28), bitmap))))
            .json();

    assertThat(json.at("/outputs/2/data/0").asInt()).isEqualTo(7);
  }

  @Test
  void aModelThatCannotTellDigitsHasNoSuchOutput(Client client) {
    JsonNode seed = client.get("/v2/models/seed").json();
    assertThat(seed.get("outputs").valueStream().map(output -> output.get("name").asString()))
        .containsExactly("probabilities", "digit");

    Answer refused =
        client.postJson(
            "/v2/models/seed/infer",
            Map.of(
                "inputs", List.of(tensor("FP32", List.of(1, 784), TWO.flat())),
                "outputs", List.of(Map.of("name", "digitness"))));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("error").asString()).contains("probabilities, digit");
  }

  static Stream<Arguments> malformed() {
    Map<String, Object> good = tensor("FP32", List.of(1, 784), TWO.flat());
    return Stream.of(
        bad(400, "not json"),
        bad(400, Map.of()),
        bad(400, Map.of("inputs", List.of())),
        bad(400, Map.of("inputs", "glyph")),
        bad(400, Map.of("inputs", List.of(good, good))),
        bad(400, Map.of("inputs", List.of(with(good, "name", "image")))),
        bad(400, Map.of("inputs", List.of(with(good, "name", 7)))),
        bad(400, Map.of("inputs", List.of(with(good, "datatype", "BOOL")))),
        bad(400, Map.of("inputs", List.of(with(good, "datatype", "BYTES")))),
        bad(400, Map.of("inputs", List.of(with(good, "datatype", "INT8")))),
        bad(400, Map.of("inputs", List.of(with(good, "shape", List.of(2, 784))))),
        bad(400, Map.of("inputs", List.of(with(good, "shape", List.of(784))))),
        bad(400, Map.of("inputs", List.of(with(good, "shape", List.of(1, 14, 56))))),
        bad(400, Map.of("inputs", List.of(with(good, "shape", List.of(-1, 784))))),
        bad(400, Map.of("inputs", List.of(with(good, "shape", List.of(1.5, 784))))),
        bad(400, Map.of("inputs", List.of(with(good, "shape", "1,784")))),
        bad(400, Map.of("inputs", List.of(with(good, "shape", List.of())))),
        bad(400, Map.of("inputs", List.of(tensor("FP32", List.of(0, 784), List.of())))),
        bad(400, Map.of("inputs", List.of(with(good, "data", TWO.rows())))),
        bad(400, Map.of("inputs", List.of(with(good, "data", List.of(true))))),
        bad(400, Map.of("inputs", List.of(with(good, "data", List.of(TWO.flat(), 0))))),
        bad(400, Map.of("inputs", List.of(with(good, "data", List.of(0, TWO.flat()))))),
        bad(400, Map.of("inputs", List.of(with(good, "data", List.of(List.of(), TWO.flat()))))),
        bad(400, Map.of("inputs", List.of(with(good, "data", Map.of())))),
        bad(400, "{\"inputs\":[{\"name\":\"glyph\",\"datatype\":\"FP32\",\"shape\":[1,784]}]}"),
        bad(400, "{\"inputs\":[{\"name\":\"glyph\",\"data\":[0,0"),
        bad(400, Map.of("inputs", List.of(with(good, "data", Collections.nCopies(784, "0"))))),
        bad(400, Map.of("inputs", List.of(with(good, "data", Collections.nCopies(784, 255))))),
        bad(400, Map.of("inputs", List.of(good), "id", 7)),
        bad(400, Map.of("inputs", List.of(good), "parameters", List.of())),
        bad(400, Map.of("inputs", List.of(good), "outputs", "digit")),
        bad(400, Map.of("inputs", List.of(good), "outputs", List.of("digit"))),
        bad(400, Map.of("inputs", List.of(good), "outputs", List.of(Map.of("name", "logits")))),
        bad(413, Map.of("inputs", List.of(with(good, "shape", List.of(100_000, 28, 28))))),
        bad(
            413,
            Map.of(
                "inputs",
                List.of(tensor("FP32", List.of(257, 784), Collections.nCopies(257, TWO.flat()))))));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void whatDoesNotFitIsToldWhy(int status, Object body, Client client) {
    Answer answer = client.postJson(INFER, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("error").asString()).endsWith(".").hasSizeLessThan(250);
  }

  @Test
  void theServerSaysWhoItIsThatItLivesAndIsReady(Client client) {
    assertThat(client.get("/v2").json().toString())
        .isEqualTo(
            "{\"name\":\"inkling\",\"version\":\"%s\",\"extensions\":[\"binary_tensor_data\"]}"
                .formatted(Inkling.version()));
    assertThat(client.get("/v2/health/live").json().toString()).isEqualTo("{\"live\":true}");
    assertThat(client.get("/v2/health/ready").json().toString())
        .isEqualTo("{\"live\":true,\"ready\":true}");
  }

  @Test
  void aModelIsDescribedAndSaysThatItIsReady(Client client) {
    for (String path : List.of("/v2/models/robust", "/v2/models/robust/versions/1")) {
      JsonNode metadata = client.get(path).json();
      assertThat(metadata.get("platform").asString()).isEqualTo("tensorflow_savedmodel");
      assertThat(metadata.get("versions").toString()).isEqualTo("[\"1\"]");
      assertThat(metadata.get("inputs").toString())
          .isEqualTo("[{\"name\":\"glyph\",\"datatype\":\"FP32\",\"shape\":[-1,28,28]}]");
      assertThat(metadata.get("outputs")).hasSize(3);
      assertThat(client.get(path + "/ready").json().toString())
          .isEqualTo("{\"name\":\"robust\",\"ready\":true}");
    }
    for (String path : List.of("/v2/models/oracle", "/v2/models/robust/versions/2/ready")) {
      assertThat(client.get(path).status()).isEqualTo(404);
    }
  }

  private static Prediction two() {
    try (Classifier robust = ShippedModels.store().load("robust")) {
      return robust.classify(TWO.glyph());
    }
  }

  private static Answer infer(Client client, Object body) {
    Answer answer = client.postJson(INFER, body);
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
    return answer;
  }

  private static Map<String, Object> tensor(String datatype, List<Integer> shape, Object data) {
    return Map.of("name", "glyph", "datatype", datatype, "shape", shape, "data", data);
  }

  private static Map<String, Object> with(Map<String, Object> tensor, String member, Object value) {
    var changed = new HashMap<>(tensor);
    changed.put(member, value);
    return changed;
  }

  private static Arguments bad(int status, Object body) {
    return Arguments.of(status, body);
  }
}
