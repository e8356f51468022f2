package dev.inkling.app.cli;

import static dev.inkling.app.cli.Run.inkling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.InklingServer;
import dev.inkling.api.ServerOptions;
import dev.inkling.model.Inkling;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private final List<String> digits = new ArrayList<>();

  @BeforeEach
  void drawTheDigits() throws IOException {
    for (int digit = 0; digit <= 9; digit++) {
      Path file = folder.resolve("digit-" + digit + ".png");
      Files.write(file, new DrawingRenderer().png(ScriptedHand.draw(digit)));
      digits.add(file.toString());
    }
  }

  @Test
  void predictPrintsARowForEachFile() {
    Run run = inkling("predict", digits);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(10).allMatch(row -> row.contains("robust/1"));
    assertThat(run.out().lines().toList().get(2))
        .matches(".*digit-2\\.png +2 +\\d+\\.\\d % +digit +robust/1 +\\d+\\.\\d ms");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void predictAnswersInJsonWhatTheEndpointAnswers() throws Exception {
    Run run = inkling("predict", "--json", digits.get(2));

    JsonNode said = JSON.readTree(run.out());
    assertThat(said.get("file").asString()).isEqualTo(digits.get(2));
    JsonNode endpoint = askTheEndpoint(Path.of(digits.get(2)));
    for (String name :
        List.of("digit", "confidence_score", "probabilities", "digitness", "verdict", "model")) {
      assertThat(said.get(name)).isEqualTo(endpoint.get(name));
    }
  }

  @Test
  void afterAFileThatFailsTheOthersAreStillRead() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no picture");
    String missing = folder.resolve("missing.png").toString();

    Run run = inkling("predict", digits.get(1), text.toString(), missing, digits.get(2));

    assertThat(run.exitCode()).isEqualTo(1);
    List<String> rows = run.out().lines().toList();
    assertThat(rows).hasSize(4);
    assertThat(rows.get(1)).contains("notes.txt").contains("send a PNG, JPEG or BMP file.");
    assertThat(rows.get(2)).contains("There is no such file.");
    assertThat(rows.get(3)).contains("robust/1");
  }

  @Test
  void aRefusalInJsonIsAnErrorMember() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no picture");

    Run run = inkling("predict", "--json", text.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(JSON.readTree(run.out()).propertyNames()).containsExactly("file", "error");
  }

  @Test
  void anUnknownModelIsToldInOneLine() {
    Run run = inkling("predict", "--model", "oracle", digits.get(1));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("oracle");
  }

  @Test
  void modelsListsTheDefaultWithItsFigures() {
    Run run = inkling("models");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("robust/1 (default)")
        .contains("seed/1")
        .contains("MNIST test set");
  }

  @Test
  void aFolderWithoutModelsIsToldInOneLine() {
    Run run = inkling("models", "--models", folder.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains(folder.toString());
  }

  @Test
  void aTakenPortIsToldInOneLine() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Run run = inkling("serve", "--port", String.valueOf(other.getLocalPort()));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .contains(String.valueOf(other.getLocalPort()))
          .contains("--port");
    }
  }

  @Test
  void theSettingsArePrintedWithWhoChoseThem() throws IOException {
    Path settings = Files.writeString(folder.resolve("mine.yaml"), "server: {port: 9000}");

    Run run =
        inkling(
            "serve",
            "--print-config",
            "--config",
            settings,
            "--host",
            "::1",
            "--watch-models",
            "false");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("server\\.port: 9000 +# .*mine\\.yaml"))
        .anyMatch(line -> line.matches("server\\.host: ::1 +# flag --host"))
        .anyMatch(line -> line.matches("models\\.watch: false +# flag --watch-models"));
  }

  @Test
  void aSettingThatDoesNotExistIsWrongUsage() throws IOException {
    Path settings = Files.writeString(folder.resolve("mine.yaml"), "server.prot: 9000");

    Run run = inkling("serve", "--config", settings);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("server.prot is no setting").contains("mean server.port?");
  }

  @Test
  void trainingWithoutItsDataIsToldInOneLine() {
    Run run = inkling("train", "seed", "--data", folder.toString(), "--out", folder.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("train-images-idx3-ubyte")
        .contains("--data");
  }

  @Test
  void aStressTableWithoutItsDigitsIsToldInOneLine() {
    Run run = inkling("stress", "--data", folder.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("pendigits")
        .contains("--data");
  }

  @Test
  void numbersAreMeasuredWithWhatShips() {
    Run run = inkling("stress", "numbers", "--numbers", "1", "--model", "robust");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("robust/1").contains("touching");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "train oracle",
        "train seed --epochs 0",
        "predict",
        "predict --jsn x.png",
        "serve --port 70000",
        "serve --port many",
        "serve --allow-host a/b",
        "serve --allow-origin *",
        "serve --tls-cert no/such.pem --tls-key no/such.key",
        "evaluate",
        "evaluate --data mnist --report no/such/folder/report.html",
        "stress --digits 0",
        "paint"
      })
  void wrongUsageIsExitCodeTwoAndShowsTheRightOne(String words) {
    Run run = inkling((Object[]) words.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).containsAnyOf("Usage: inkling", "Possible solutions", "Did you mean");
  }

  @Test
  void aWordThatIsNeitherACommandNorAFileIsToldSo() {
    assertThat(inkling("drawnig.png").err())
        .startsWith("There is no file 'drawnig.png', and no such command.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "serve --help",
        "predict --help",
        "train --help",
        "models --help",
        "evaluate --help",
        "stress --help",
        "completion --help"
      })
  void helpIsThereForEverything(String words) {
    Run run = inkling((Object[]) words.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: inkling").doesNotContain("null");
  }

  @Test
  void itKnowsItsVersion() {
    assertThat(inkling("--version").out().strip()).isEqualTo("inkling " + Inkling.version());
    assertThat(Inkling.version()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  private static JsonNode askTheEndpoint(Path file) throws Exception {
    try (var server =
            InklingServer.start(ServerOptions.defaults().withPort(0), ShippedModels.store());
        var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(server.address().resolve("/predict"))
              .header("Content-Type", "image/png")
              .POST(HttpRequest.BodyPublishers.ofFile(file))
              .build();
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }
}
