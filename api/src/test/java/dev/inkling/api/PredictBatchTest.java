package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.api.RunningServer.Answer;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.TestPictures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningServer.class)
class PredictBatchTest {
  private static final DrawingRenderer RENDERER = new DrawingRenderer();
  private static final byte[] TWO = RENDERER.png(ScriptedHand.draw(2));

  @Test
  void eachPictureIsAnsweredAsIfItHadComeAlone(Client client) {
    List<byte[]> pictures =
        IntStream.range(0, 10).mapToObj(digit -> RENDERER.png(ScriptedHand.draw(digit))).toList();

    JsonNode results = post(client, "", RunningServer.form("file", pictures)).json().get("results");

    assertThat(results).hasSize(10);
    for (int i = 0; i < 10; i++) {
      JsonNode alone = client.post("/predict", "image/png", pictures.get(i)).json();
      JsonNode result = results.get(i);
      assertThat(result.propertyNames()).isEqualTo(alone.propertyNames());
      assertThat(result.get("digit")).isEqualTo(alone.get("digit"));
      assertThat(result.get("verdict")).isEqualTo(alone.get("verdict"));
      assertThat(result.get("confidence_score").asDouble())
          .isCloseTo(alone.get("confidence_score").asDouble(), within(1e-4));
    }
  }

  @Test
  void aPictureThatCannotBeReadIsAProblemInItsPlaceAndHarmsNoOther(Client client) {
    byte[] form =
        RunningServer.form(
            "file",
            List.of(
                TWO,
                "hello".getBytes(StandardCharsets.UTF_8),
                TestPictures.blank(50, 50, 0xFFFFFFFF),
                new byte[0],
                TWO));

    Answer answer = post(client, "", form);

    assertThat(answer.status()).isEqualTo(200);
    JsonNode results = answer.json().get("results");
    assertThat(results.valueStream().map(result -> result.path("status").asInt(200)))
        .containsExactly(200, 415, 422, 400, 200);
    assertThat(results.get(1).propertyNames())
        .containsExactly("type", "title", "status", "detail", "error", "request_id");
    assertThat(results.get(1).get("request_id").asString())
        .isEqualTo(answer.header("X-Request-Id"));
    assertThat(results.get(4).get("digit")).isEqualTo(results.get(0).get("digit"));
  }

  @Test
  void nothingReadableIsStillAnswered(Client client) {
    Answer answer = post(client, "", RunningServer.form("file", new byte[0]));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/results/0/status").asInt()).isEqualTo(400);
  }

  @Test
  void anotherModelCanBeAskedAndOneThatIsNotThereCannot(Client client) {
    byte[] form = RunningServer.form("file", TWO);

    JsonNode seed = post(client, "?model=seed", form).json();
    assertThat(seed.at("/results/0/model/name").asString()).isEqualTo("seed");
    assertThat(post(client, "?model=oracle", form).status()).isEqualTo(404);
  }

  @Test
  void sixtyFourPicturesAreTakenAndOneMoreIsTooMany(Client client) {
    byte[] dot = RENDERER.png(ScriptedHand.draw(1));

    assertThat(post(client, "", RunningServer.form("file", Collections.nCopies(64, dot))).status())
        .isEqualTo(200);
    Answer refused = post(client, "", RunningServer.form("file", Collections.nCopies(65, dot)));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.json().get("detail").asString()).contains("64");
  }

  @Test
  void whatIsNoFormOfPicturesIsRefused(Client client) {
    byte[] form = RunningServer.form("file", List.of(TWO, TWO));

    assertThat(client.post("/predict/batch", "image/png", TWO).status()).isEqualTo(415);
    assertThat(client.post("/predict/batch", "", TWO).status()).isEqualTo(415);
    assertThat(post(client, "", Arrays.copyOf(form, form.length - 200)).status()).isEqualTo(400);
    assertThat(post(client, "", RunningServer.form("image", TWO)).status()).isEqualTo(400);
    assertThat(
            post(client, "", RunningServer.form("other", Collections.nCopies(40, new byte[1])))
                .status())
        .isEqualTo(400);
  }

  private static Answer post(Client client, String query, byte[] form) {
    return client.post(
        "/predict/batch" + query, "multipart/form-data; boundary=" + RunningServer.BOUNDARY, form);
  }
}
