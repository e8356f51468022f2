package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Answer;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExplainTest {
  private static final byte[] FIVE = new DrawingRenderer().png(ScriptedHand.draw(5));
  private static final GlyphJson TWO = GlyphJson.of(2);
  private static final Map<String, Object> BODY =
      Map.of("instances", List.of(TWO.rows(), GlyphJson.of(7).rows()));

  private static Client client;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    client = Servers.explaining(folder);
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "robust"})
  void kservesExplainAnswersThePredictionsAndASaliencyForEach(String model) {
    Answer answer = client.postJson("/v1/models/" + model + ":explain", BODY);

    assertThat(answer.status()).isEqualTo(200);
    JsonNode predicted = client.postJson("/v1/models/" + model + ":predict", BODY).json();
    assertThat(answer.json().get("predictions")).isEqualTo(predicted.get("predictions"));
    assertThat(answer.json().get("explanations")).hasSize(2);
    for (JsonNode explanation : answer.json().get("explanations")) {
      assertThat(explanation.get("digit").asInt()).isBetween(0, 9);
      assertIsSaliency(explanation.get("saliency"));
    }
  }

  @Test
  void whoAsksPredictForTheReasonGetsASaliencyToo() {
    JsonNode explained =
        client.post("/predict?explain=true&model=robust", "image/png", FIVE).json();

    assertThat(explained.propertyNames()).endsWith("seen", "saliency", "preprocessing");
    assertIsSaliency(explained.get("saliency"));
    assertThat(client.post("/predict?model=robust", "image/png", FIVE).json().has("saliency"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "robust", "mute"})
  void theReasonsAreAsTheDescriptionPromises(String model) {
    String path = "/predict?explain=true&explain_digit=9&model=" + model;
    JsonNode explained = client.post(path, "image/png", FIVE).json();

    OpenApiDocument document = OpenApiDocument.read();
    assertThat(document.complaints(document.root().at("/components/schemas/Prediction"), explained))
        .isEmpty();
    assertThat(explained.at("/evidence/digit").asInt()).isEqualTo(9);
    assertThat(explained.at("/evidence/ink").valueStream().flatMap(JsonNode::valueStream))
        .hasSize(784)
        .anyMatch(value -> value.asDouble() != 0);
  }

  @Test
  void howTheGlyphWasFoundIsToldInThePicturesPixels() {
    JsonNode found =
        client
            .post("/predict?explain=true&model=robust", "image/png", FIVE)
            .json()
            .get("preprocessing");

    assertThat(found.get("name").asString()).isEqualTo("normalize");
    assertThat(found.at("/picture/width").asInt()).isEqualTo(560);
    assertThat(found.at("/crop/left").asInt()).isBetween(100, 140);
    assertThat(found.at("/crop/height").asInt()).isBetween(430, 480);
    assertThat(found.get("ink").asString()).isEqualTo("darker");
    assertThat(found.get("removed")).isEmpty();
    assertThat(found.at("/pen/found").asDouble()).isBetween(25.0, 45.0);
    assertThat(found.at("/placement/scale_x").asDouble()).isBetween(20 / 500.0, 20 / 430.0);
  }

  @Test
  void whoShrinksTheWholePictureSaysSo() {
    JsonNode found =
        client
            .post("/predict?explain=true&model=seed", "image/png", FIVE)
            .json()
            .get("preprocessing");

    assertThat(found.get("name").asString()).isEqualTo("resize");
    assertThat(found.at("/crop/width").asInt()).isEqualTo(560);
    assertThat(found.has("pen")).isFalse();
    assertThat(found.at("/placement/scale_x").asDouble()).isEqualTo(0.05);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain_digit=9",
        "explain=false&explain_digit=9",
        "explain=true&explain_digit=10",
        "explain=true&explain_digit=",
        "explain=true&explain_digit=nine"
      })
  void aDigitThatCannotBeExplainedIsRefusedWithWhatToSend(String query) {
    Answer refused = client.post("/predict?" + query, "image/png", FIVE);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("detail").asString()).contains("?explain=true&explain_digit=9");
  }

  @Test
  void theBareGradientIsASignatureAsAnyOther() {
    Map<String, Object> body =
        Map.of("signature_name", "saliency", "instances", List.of(TWO.rows()));

    JsonNode gradient = client.postJson("/v1/models/seed:predict", body).json();

    assertThat(gradient.at("/predictions/0")).hasSize(28).allMatch(row -> row.size() == 28);
    assertThat(client.get("/v1/models/seed/metadata").json().toString()).contains("\"saliency\":");
  }

  @Test
  void aModelThatCannotExplainItselfSaysSoAndStillPredicts() {
    Answer refused = client.postJson("/v1/models/mute:explain", BODY);
    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.json().get("error").asString()).contains("mute");

    Map<String, Object> body =
        Map.of("signature_name", "saliency", "instances", List.of(TWO.rows()));
    Answer unknown = client.postJson("/v1/models/mute:predict", body);
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().get("error").asString()).contains("serving_default");

    JsonNode explained = client.post("/predict?explain=true&model=mute", "image/png", FIVE).json();
    assertThat(explained.has("seen")).isTrue();
    assertThat(explained.has("saliency")).isFalse();
  }

  private static void assertIsSaliency(JsonNode rows) {
    assertThat(rows).hasSize(28).allMatch(row -> row.size() == 28);
    assertThat(rows.valueStream().flatMap(JsonNode::valueStream).map(JsonNode::asDouble))
        .allMatch(value -> value >= 0 && value <= 1)
        .contains(1.0);
  }
}
