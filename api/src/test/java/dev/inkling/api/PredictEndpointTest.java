package dev.inkling.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Answer;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.GlyphPng;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.ScriptedNumber;
import dev.inkling.model.ink.TestPictures;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.ShippedModels;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(RunningServer.class)
class PredictEndpointTest {
  private static final byte[] TWO = new DrawingRenderer().png(ScriptedHand.draw(2));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void itAnswersWhatTheClassifierSays(int digit, Client client) {
    byte[] png = new DrawingRenderer().png(ScriptedHand.draw(digit));

    JsonNode answer = client.post("/predict", "image/png", png).json();

    try (Classifier robust = ShippedModels.store().load("robust")) {
      Prediction prediction = robust.predict(png);
      assertThat(answer.get("digit").asInt()).isEqualTo(prediction.digit());
      assertThat(answer.get("confidence_score").asDouble()).isEqualTo(prediction.confidence());
      assertThat(answer.get("probabilities").valueStream().map(JsonNode::asDouble))
          .isEqualTo(prediction.probabilities());
    }
  }

  @Test
  void theAnswerHasEverythingThatThePageDocumentsAndNumbersAreNumbers(Client client) {
    Answer answer = client.post("/predict", "image/png", TWO);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    JsonNode json = answer.json();
    assertThat(json.propertyNames())
        .containsExactly(
            "digit",
            "confidence_score",
            "probabilities",
            "digitness",
            "verdict",
            "model",
            "timings_ms");
    assertThat(json.get("digit").isIntegralNumber()).isTrue();
    assertThat(json.get("confidence_score").isNumber()).isTrue();
    assertThat(json.get("probabilities")).hasSize(10).allMatch(JsonNode::isNumber);
    assertThat(json.get("digitness").asDouble()).isBetween(0.9, 1.0);
    assertThat(json.get("verdict").asString()).isEqualTo("digit");
    assertThat(json.get("model").toString()).isEqualTo("{\"name\":\"robust\",\"version\":1}");
    assertThat(json.get("timings_ms").propertyNames())
        .containsExactly("decode", "preprocess", "infer", "total");
  }

  @Test
  void whoAsksForTheReasonGetsWhatTheNetworkSawToo(Client client) {
    JsonNode explained = client.post("/predict?explain=true", "image/png", TWO).json();
    JsonNode plain = client.post("/predict?explain=false", "image/png", TWO).json();

    assertThat(explained.propertyNames()).contains("timings_ms", "seen");
    assertThat(plain.has("seen")).isFalse();
    assertThat(explained.get("probabilities")).isEqualTo(plain.get("probabilities"));
    byte[] seen = Base64.getDecoder().decode(explained.get("seen").asString());
    try (Classifier robust = ShippedModels.store().load("robust")) {
      assertThat(seen).isEqualTo(GlyphPng.of(robust.explain(TWO).seen()));
    }
  }

  @Test
  void whatTheNetworkSawComesForAFormAsWell(Client client) {
    byte[] form = RunningServer.form("file", TWO);
    JsonNode answer =
        client
            .post(
                "/predict?model=seed&explain=true",
                "multipart/form-data; boundary=" + RunningServer.BOUNDARY,
                form)
            .json();

    assertThat(answer.get("seen").asString()).startsWith("iVBORw0KGgo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain=yes", "explain=TRUE", "explain=1", "explain=", "explain"})
  void anUnclearWishForAReasonIsToldHowToSayIt(String query, Client client) {
    Answer answer = client.post("/predict?" + query, "image/png", TWO);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString())
        .contains("either true or false")
        .contains("?explain=true");
  }

  @Test
  void whoAsksForSeveralDigitsGetsThemAndTheirNumber(Client client) {
    byte[] png = new DrawingRenderer().png(ScriptedNumber.draw("1984", 120));

    JsonNode answer = client.post("/predict?multiple=true", "image/png", png).json();

    assertThat(answer.propertyNames()).contains("digit", "timings_ms").endsWith("digits", "number");
    assertThat(answer.get("number").asString()).isEqualTo("1984");
    assertThat(answer.get("digits")).hasSize(4);
    JsonNode nine = answer.get("digits").get(1);
    assertThat(nine.propertyNames()).containsExactly("digit", "confidence_score", "verdict", "box");
    assertThat(nine.get("digit").asInt()).isEqualTo(9);
    assertThat(nine.get("verdict").asString()).isEqualTo("digit");
    assertThat(nine.at("/box/left").asInt()).isBetween(130, 170);
    assertThat(nine.at("/box/width").asInt()).isBetween(40, 80);
  }

  @Test
  void digitsThatRunIntoEachOtherArePartedByTheStrokesThatComeWithThem(Client client) {
    Drawing drawing = ScriptedNumber.draw("1984", 120, 62);

    Answer answer = number(client, drawing, new JsonMapper().writeValueAsString(points(drawing)));

    assertThat(answer.json().get("number").asString()).isEqualTo("1984");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                       | 400 | one JSON list",
        "[[[1, 2], 3]]            | 400 | [[[10, 12.5], [11, 40]]]",
        "[[[1, \"2\"]]]           | 400 | [[[10, 12.5], [11, 40]]]",
        "[1]                      | 400 | [[[10, 12.5], [11, 40]]]",
        "[[[NaN, 2]]]             | 400 | plain numbers",
      })
  void strokesThatAreNoneAreToldHowToBe(String strokes, int status, String words, Client client) {
    Answer answer = number(client, ScriptedNumber.draw("7", 120), strokes);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().get("detail").asString()).contains(words);
  }

  @Test
  void moreStrokesThanAnyoneDrawsAreTooMany(Client client) {
    String strokes = "[[" + "[1,2],".repeat(20_000) + "[1,2]]]";

    assertThat(number(client, ScriptedNumber.draw("7", 120), strokes).status()).isEqualTo(413);
  }

  private static Answer number(Client client, Drawing drawing, String strokes) {
    byte[] form =
        RunningServer.form(
            "file", new DrawingRenderer().png(drawing), "strokes", strokes.getBytes(UTF_8));
    return client.post(
        "/predict?multiple=true", "multipart/form-data; boundary=" + RunningServer.BOUNDARY, form);
  }

  private static List<List<List<Double>>> points(Drawing drawing) {
    return drawing.strokes().stream()
        .map(stroke -> stroke.points().stream().map(at -> List.of(at.x(), at.y())).toList())
        .toList();
  }

  @Test
  void oneDigitIsAListOfOneAndTheReasonComesToo(Client client) {
    JsonNode answer = client.post("/predict?multiple=true&explain=true", "image/png", TWO).json();
    JsonNode plain = client.post("/predict?multiple=false", "image/png", TWO).json();

    assertThat(answer.get("number").asString()).isEqualTo("2");
    assertThat(answer.get("digits")).hasSize(1);
    assertThat(answer.has("seen")).isTrue();
    assertThat(plain.has("digits")).isFalse();
    assertThat(plain.has("number")).isFalse();
    assertThat(answer.get("digit")).isEqualTo(plain.get("digit"));
  }

  @Test
  void aNumberNeedsInkAndNoMoreDigitsThanCanBeRead(Client client) {
    byte[] crowd = new DrawingRenderer().png(ScriptedNumber.draw("1234567890\n".repeat(7), 40));
    for (byte[] picture : List.of(TestPictures.blank(50, 50, 0xFFFFFFFF), crowd)) {
      Answer answer = client.post("/predict?multiple=true", "image/png", picture);

      assertThat(answer.status()).isEqualTo(422);
    }
  }

  @Test
  void anUnclearWishForSeveralDigitsIsToldHowToSayIt(Client client) {
    Answer answer = client.post("/predict?multiple=yes", "image/png", TWO);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).contains("?multiple=true");
  }

  @Test
  void aFormAndABodyGiveTheSameAnswer(Client client) {
    JsonNode byForm = client.postForm(RunningServer.form("file", TWO)).json();

    for (String type : List.of("image/png", "application/octet-stream", "image/jpeg", "")) {
      JsonNode byBody = client.post("/predict", type, TWO).json();
      assertThat(byBody.get("probabilities")).isEqualTo(byForm.get("probabilities"));
    }
  }

  @Test
  void otherFieldsAndFileNamesDoNotMatter(Client client) {
    String form =
        new String(RunningServer.form("file", TWO), java.nio.charset.StandardCharsets.ISO_8859_1);
    String withNote =
        "--"
            + RunningServer.BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
            + form;
    String withPath = form.replace("x.png", "../../etc/passwd");

    for (String body : List.of(withNote, withPath)) {
      Answer answer = client.postForm(body.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"seven.png", "seven.jpg", "seven.bmp", "seven-cmyk.jpg", "seven-turned.jpg"})
  void everyFormatIsRead(String name, Client client) {
    JsonNode reference =
        client.post("/predict", "image/png", TestPictures.file("seven.png")).json();
    Answer answer = client.post("/predict", "", TestPictures.file(name));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("digit")).isEqualTo(reference.get("digit"));
  }

  @Test
  void aModelCanBeAskedForByName(Client client) {
    JsonNode seed = client.post("/predict?model=seed", "image/png", TWO).json();
    assertThat(seed.at("/model/name").asString()).isEqualTo("seed");
    assertThat(seed.get("digitness").asDouble()).as("the seed model can't tell").isEqualTo(1);

    Answer unknown = client.post("/predict?model=oracle", "image/png", TWO);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().get("detail").asString()).contains("seed");
  }

  @Test
  void theCallersRequestIdComesBack(Client client) {
    var request =
        HttpRequest.newBuilder(client.at("/predict"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(TWO));

    assertThat(
            client.send(request.copy().header("X-Request-Id", "job-17.a")).header("X-Request-Id"))
        .isEqualTo("job-17.a");
    assertThat(
            client.send(request.copy().header("X-Request-Id", "<script>")).header("X-Request-Id"))
        .matches("[0-9a-f-]{36}");
  }

  @ParameterizedTest
  @CsvSource({"GET, /predict", "PUT, /predict", "DELETE, /predict"})
  void anotherMethodIsToldWhichOneWorks(String method, String path, Client client) {
    Answer answer =
        client.send(
            HttpRequest.newBuilder(client.at(path))
                .method(method, HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("POST");
    assertThat(answer.json().get("detail").asString()).isEqualTo("/predict takes POST only.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere", "/predict/more", "/docs/nothing.js"})
  void aPathThatDoesNotExistPointsToTheDocs(String path, Client client) {
    Answer answer = client.send(HttpRequest.newBuilder(client.at(path)));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("detail").asString()).contains("/docs");
  }

  @Test
  void manyClientsAtOnceAllGetTheirAnswer(Client client) throws Exception {
    double alone =
        client.post("/predict", "image/png", TWO).json().get("confidence_score").asDouble();
    Callable<Double> ask =
        () -> client.post("/predict", "image/png", TWO).json().get("confidence_score").asDouble();
    var answers = new ArrayList<Double>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var answer : threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> ask).toList())) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).hasSize(200).containsOnly(alone);
  }

  @Test
  void itSaysThatItLivesAndIsReady(Client client) {
    for (String path : List.of("/health/live", "/health/ready")) {
      Answer answer = client.send(HttpRequest.newBuilder(client.at(path)));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().get("status").asString()).isEqualTo("UP");
    }
  }
}
