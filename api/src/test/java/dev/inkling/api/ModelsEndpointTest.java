package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.RunningServer.Answer;
import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(RunningServer.class)
class ModelsEndpointTest {
  @Test
  void theCardsAreListedTheDefaultFirst(Client client) {
    JsonNode models = client.get("/models").json().get("models");

    assertThat(models.valueStream().map(model -> model.get("name").asString()))
        .containsExactly("robust", "seed");
    assertThat(models.valueStream().map(model -> model.get("default").asBoolean()))
        .containsExactly(true, false);
  }

  @Test
  void aModelsCardIsThatOfItsFile(Client client) throws IOException {
    var card = (ObjectNode) client.get("/models/seed").json();

    assertThat(card.remove("default").asBoolean()).isFalse();
    byte[] file = Files.readAllBytes(ShippedModels.FOLDER.resolve("seed/1/model-card.json"));
    assertThat(card).isEqualTo(new JsonMapper().readTree(file));
  }

  @Test
  void aModelThatIsNotThereIsToldWhichOnesAre(Client client) {
    Answer answer = client.get("/models/oracle");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("detail").asString()).contains("robust").contains("seed");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /models, GET",
    "DELETE, /models/seed, GET",
    "GET, /predict/batch, POST",
    "POST, /v1/models, GET",
    "PUT, /v1/models/seed, GET",
    "GET, /v1/models/seed:predict, POST",
    "GET, /v1/models/seed/versions/1:predict, POST",
    "GET, /v1/models/seed:explain, POST",
    "POST, /v1/models/seed/metadata, GET",
    "POST, /v2, GET",
    "POST, /v2/health/live, GET",
    "POST, /v2/health/ready, GET",
    "POST, /v2/models/seed, GET",
    "POST, /v2/models/seed/versions/1/ready, GET",
    "GET, /v2/models/seed/infer, POST"
  })
  void anotherMethodIsToldWhichOneWorks(String method, String path, String allowed, Client client) {
    Answer answer =
        client.send(
            HttpRequest.newBuilder(client.at(path)).method(method, BodyPublishers.noBody()));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo(allowed);
  }
}
