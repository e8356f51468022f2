package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.api.RunningServer.Answer;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.ShippedModels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningServer.class)
class V1Test {
  private static final String PREDICT = "/v1/models/robust:predict";
  private static final GlyphJson TWO = GlyphJson.of(2);
  private static final GlyphJson SEVEN = GlyphJson.of(7);

  private static Prediction two;

  @BeforeAll
  static void readATwo() {
    try (Classifier robust = ShippedModels.store().load("robust")) {
      two = robust.classify(TWO.glyph());
    }
  }

  static Stream<Object> formsOfAGlyph() {
    return Stream.of(TWO.rows(), TWO.flat(), TWO.rowsWithChannel(), TWO.picture());
  }

  @ParameterizedTest
  @MethodSource("formsOfAGlyph")
  void aGlyphIsTakenInEachFormAndNamedOrNot(Object form, Client client) {
    for (Object instance : List.of(form, Map.of("glyph", form))) {
      assertIsTwo(predict(client, Map.of("instances", List.of(instance))).at("/predictions/0"));
    }
    for (Object inputs : List.of(List.of(form), Map.of("glyph", List.of(form)))) {
      JsonNode outputs = predict(client, Map.of("inputs", inputs)).get("outputs");
      assertThat(outputs.at("/probabilities/0/2").asDouble())
          .isCloseTo(two.probabilities().get(2), within(1e-4));
      assertThat(outputs.at("/digitness/0").asDouble()).isCloseTo(two.digitness(), within(1e-4));
    }
  }

  @Test
  void aBatchIsAnsweredInOrder(Client client) {
    JsonNode predictions =
        predict(client, Map.of("instances", List.of(SEVEN.rows(), TWO.rows(), SEVEN.rows())))
            .get("predictions");

    assertThat(predictions.valueStream().map(V1Test::winner)).containsExactly(7, 2, 7);
  }

  @Test
  void aModelOfOneOutputAnswersItWithoutItsName(Client client) {
    JsonNode rows =
        client.postJson("/v1/models/seed:predict", Map.of("instances", List.of(TWO.rows()))).json();
    JsonNode columns =
        client.postJson("/v1/models/seed:predict", Map.of("inputs", List.of(TWO.rows()))).json();

    assertThat(rows.at("/predictions/0")).hasSize(10).allMatch(JsonNode::isNumber);
    assertThat(columns.at("/outputs/0")).isEqualTo(rows.at("/predictions/0"));
  }

  @Test
  void theVersionServedCanBeNamedAndTheSignatureToo(Client client) {
    for (String name : List.of("serving_default", "")) {
      Answer answer =
          client.postJson(
              "/v1/models/robust/versions/1:predict",
              Map.of("signature_name", name, "instances", List.of(TWO.flat())));
      assertIsTwo(answer.json().at("/predictions/0"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/models/oracle:predict",
        "/v1/models/robust/versions/2:predict",
        "/v1/models/robust/versions/one:predict",
        "/v1/models/oracle:explain"
      })
  void whatIsNotServedIsNotFound(String path, Client client) {
    Answer answer = client.postJson(path, Map.of("instances", List.of(TWO.rows())));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("error")).isEqualTo(answer.json().get("detail"));
  }

  static Stream<Arguments> malformed() {
    List<List<Float>> short27 = TWO.rows().subList(0, 27);
    var ragged = new ArrayList<>(TWO.rows());
    ragged.set(5, ragged.get(5).subList(0, 27));
    var above = TWO.flat().clone();
    above[0] = 255;
    return Stream.of(
        bad(400, ""),
        bad(400, "[]"),
        bad(400, "{"),
        bad(400, "{}"),
        bad(400, "{} {}"),
        bad(400, "{\"instances\":[],\"instances\":[]}"),
        bad(400, "{\"instances\":[]}"),
        bad(400, "{\"instances\":7}"),
        bad(400, "{\"instances\":[7]}"),
        bad(400, "{\"instances\":[null]}"),
        bad(400, "{\"instances\":[[]]}"),
        bad(400, "{\"instances\":[{}]}"),
        bad(400, "{\"instances\":" + "[".repeat(500) + "]".repeat(500) + "}"),
        bad(400, "{\"instances\":[[NaN]]}"),
        bad(400, flatWith("NaN")),
        bad(400, flatWith("Infinity")),
        bad(400, flatWith("1e999")),
        bad(400, flatWith("9".repeat(2000))),
        bad(400, flatWith("\"0.5\"")),
        bad(400, flatWith("null")),
        bad(400, flatWith("-0.1")),
        bad(400, Map.of("instances", List.of(above))),
        bad(400, Map.of("instances", TWO.rows())),
        bad(400, Map.of("instances", List.of(short27))),
        bad(400, Map.of("instances", List.of(ragged))),
        bad(400, Map.of("instances", List.of(TWO.rows(), TWO.flat()))),
        bad(400, Map.of("instances", List.of(TWO.rows()), "inputs", List.of(TWO.rows()))),
        bad(400, Map.of("instances", List.of(Map.of("image", TWO.rows())))),
        bad(400, Map.of("instances", List.of(Map.of("glyph", TWO.rows(), "x", 1)))),
        bad(400, Map.of("inputs", Map.of("image", List.of(TWO.rows())))),
        bad(400, Map.of("instances", List.of(Map.of("b64", "?")))),
        bad(400, Map.of("instances", List.of(Map.of("b64", "")))),
        bad(400, Map.of("instances", List.of(Map.of("b64", 7)))),
        bad(415, Map.of("instances", List.of(Map.of("b64", "aGVsbG8=")))),
        bad(400, Map.of("signature_name", "none", "instances", List.of(TWO.rows()))),
        bad(400, Map.of("signature_name", 7, "instances", List.of(TWO.rows()))),
        bad(413, Map.of("instances", Collections.nCopies(257, TWO.flat()))),
        bad(413, Map.of("instances", Collections.nCopies(65, TWO.picture()))),
        bad(413, "{\"instances\":[[" + "0,".repeat(1_000_000) + "0]]}"),
        bad(400, "{\"instances\":[" + "[0],".repeat(1_000_000) + "[0]]}"),
        bad(400, "{\"instances\":[" + deepAndWide(12) + "]}"),
        bad(413, " ".repeat(11 << 20)));
  }

  /// A list of two thousand in a list of two thousand, and so on.
  private static String deepAndWide(int depth) {
    return depth == 0 ? "0" : "[" + deepAndWide(depth - 1) + ",0".repeat(1999) + "]";
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void whatIsMalformedIsToldWhy(int status, Object body, Client client) {
    Answer answer = client.postJson(PREDICT, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("error").asString()).endsWith(".").hasSizeLessThan(250);
  }

  @Test
  void theContentTypeDoesNotMatterSinceCurlSendsTheWrongOne(Client client) {
    String body = flatWith("0");

    Answer answer =
        client.post(
            PREDICT,
            "application/x-www-form-urlencoded",
            body.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void oneStatusSatisfiesTensorFlowServingsClientsAndKServes(Client client) {
    for (String path : List.of("/v1/models/robust", "/v1/models/robust/versions/1")) {
      assertThat(client.get(path).json().toString())
          .isEqualTo(
              "{\"name\":\"robust\",\"ready\":true,\"model_version_status\":[{\"version\":\"1\","
                  + "\"state\":\"AVAILABLE\",\"status\":{\"error_code\":\"OK\",\"error_message\":\"\"}}]}");
    }
    assertThat(client.get("/v1/models/robust/versions/3").status()).isEqualTo(404);
    assertThat(client.get("/v1/models").json().toString())
        .isEqualTo("{\"models\":[\"robust\",\"seed\"]}");
  }

  @Test
  void theMetadataDescribeTheSignature(Client client) {
    for (String path :
        List.of("/v1/models/robust/metadata", "/v1/models/robust/versions/1/metadata")) {
      JsonNode metadata = client.get(path).json();

      assertThat(metadata.get("model_spec").toString())
          .isEqualTo("{\"name\":\"robust\",\"signature_name\":\"\",\"version\":\"1\"}");
      JsonNode signature = metadata.at("/metadata/signature_def/signature_def/serving_default");
      assertThat(signature.get("method_name").asString()).isEqualTo("tensorflow/serving/predict");
      assertThat(signature.at("/inputs/glyph/dtype").asString()).isEqualTo("DT_FLOAT");
      assertThat(signature.at("/inputs/glyph/tensor_shape/dim").toString())
          .isEqualTo(
              "[{\"size\":\"-1\",\"name\":\"\"},{\"size\":\"28\",\"name\":\"\"},{\"size\":\"28\",\"name\":\"\"}]");
      assertThat(signature.get("outputs").propertyNames())
          .containsExactly("digitness", "probabilities");
    }
  }

  private static JsonNode predict(Client client, Object body) {
    Answer answer = client.postJson(PREDICT, body);
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
    return answer.json();
  }

  private static void assertIsTwo(JsonNode prediction) {
    assertThat(winner(prediction)).isEqualTo(2);
    assertThat(prediction.at("/probabilities/2").asDouble())
        .isCloseTo(two.probabilities().get(2), within(1e-4));
    assertThat(prediction.get("digitness").asDouble()).isCloseTo(two.digitness(), within(1e-4));
  }

  private static int winner(JsonNode prediction) {
    JsonNode probabilities = prediction.get("probabilities");
    int winner = 0;
    for (int i = 0; i < probabilities.size(); i++) {
      winner = probabilities.get(i).asDouble() > probabilities.get(winner).asDouble() ? i : winner;
    }
    return winner;
  }

  private static String flatWith(String value) {
    return "{\"instances\":[[" + "0,".repeat(783) + value + "]]}";
  }

  private static Arguments bad(int status, Object body) {
    return Arguments.of(status, body);
  }
}
