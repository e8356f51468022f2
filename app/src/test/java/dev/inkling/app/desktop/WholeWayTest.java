package dev.inkling.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.InklingServer;
import dev.inkling.api.ServerOptions;
import dev.inkling.app.background.Background;
import dev.inkling.app.document.DocumentViewModel;
import dev.inkling.app.document.ScriptedDialogs;
import dev.inkling.app.document.WholeFile;
import dev.inkling.app.draw.DrawingSurface;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.endpoint.TestEndpoint;
import dev.inkling.app.experiments.TestExperimentsTab;
import dev.inkling.app.predict.HttpPredictor;
import dev.inkling.app.predict.PredictionViewModel;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From the mouse to the bars with nothing left out: the real window, the real server, the shipped
/// model.
@ExtendWith(ApplicationExtension.class)
final class WholeWayTest {
  private static InklingServer server;
  private static HttpClient http;

  private final Language language = new Language();
  private final DrawingRenderer renderer = new DrawingRenderer();
  private final DrawingViewModel drawing = new DrawingViewModel();
  private final CompletableFuture<ServerReady> ready = new CompletableFuture<>();
  private final Background background = Background.ofJavaFx();
  private final ServerViewModel serverViewModel =
      new ServerViewModel(
          ready,
          page -> CompletableFuture.failedStage(new Exception()),
          background.screen(),
          language);
  private final PredictionViewModel prediction =
      new PredictionViewModel(
          serverViewModel.addressProperty(),
          new HttpPredictor(http),
          renderer,
          background,
          CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, Platform::runLater),
          language);

  @BeforeAll
  static void startTheServer() {
    server = InklingServer.start(ServerOptions.defaults().withPort(0), ShippedModels.store());
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stopTheServer() {
    http.close();
    server.close();
  }

  @Start
  void open(Stage stage) {
    var viewModel =
        new MainViewModel(
            drawing,
            new DocumentViewModel(
                drawing,
                renderer,
                new ScriptedDialogs(),
                WholeFile.MOVED_INTO_PLACE,
                background,
                language),
            prediction,
            serverViewModel,
            TestEndpoint.behind(serverViewModel, background),
            TestExperimentsTab.unused(drawing, serverViewModel, background),
            new PenUpWatch(System::nanoTime),
            new LookViewModel(
                new SimpleObjectProperty<>(ColorScheme.LIGHT), Locale.ENGLISH, language));
    stage.setScene(new MainWindow(viewModel, renderer, language, Platform::exit).scene());
    stage.show();
    ready.complete(new ServerReady(server.address(), Sentence.NONE));
  }

  @BeforeEach
  void awaitWindow(FxRobot robot) throws TimeoutException {
    Furnished.await(robot);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void whatTheWindowShowsIsWhatHttpSaysOfTheSavedPicture(
      int digit, FxRobot robot, @TempDir Path folder) throws Exception {
    for (List<Point> line : ScriptedHand.lines(digit, 560)) {
      MouseHand.of(robot).draw(line);
    }
    Drawing drawn = drawing.getDrawing();
    awaitAnswerTo(drawn);

    Path saved = Files.write(folder.resolve("drawing.png"), renderer.png(drawn));
    JsonNode said = ask(saved);

    Labeled shown = robot.lookup("#digit").queryLabeled();
    assertThat(shown.getText()).isEqualTo(said.get("digit").asString());
    for (int i = 0; i <= 9; i++) {
      ProgressBar bar = robot.lookup("#bar-" + i).query();
      double probability = said.get("probabilities").get(i).asDouble();
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> bar.getProgress() == probability);
    }
  }

  @Test
  void severalDigitsAreReadAsANumberWithEachInABoxAroundItsInk(FxRobot robot) throws Exception {
    List<List<Point>> four = beside(ScriptedHand.lines(4, 240), 40);
    List<List<Point>> two = beside(ScriptedHand.lines(2, 240), 290);
    for (List<Point> line : four) {
      MouseHand.of(robot).draw(line);
    }
    for (List<Point> line : two) {
      MouseHand.of(robot).draw(line);
    }
    awaitAnswerTo(drawing.getDrawing());

    assertThat(robot.lookup("#digit").queryLabeled().getText()).isEqualTo("42");
    assertThat(robot.lookup("#verdict").queryLabeled().getText()).isEqualTo("The number 42");
    assertThat(robot.lookup("#confidence").queryLabeled().getText()).startsWith("2 digits, each");
    assertThat(robot.lookup(".number-digit").queryAllAs(Labeled.class))
        .extracting(Labeled::getText)
        .containsExactly("4", "2");
    List<Node> boxes = List.copyOf(robot.lookup(".number-box").queryAll());
    awaitAround(robot, boxes.getFirst(), four);
    awaitAround(robot, boxes.getLast(), two);

    // One digit again, and nothing is left of the number.
    robot.interact(drawing::clear);
    for (List<Point> line : four) {
      MouseHand.of(robot).draw(line);
    }
    awaitAnswerTo(drawing.getDrawing());
    assertThat(robot.lookup("#digit").queryLabeled().getText()).isEqualTo("4");
    assertThat(robot.lookup(".number-box").queryAll()).isEmpty();
  }

  private static List<List<Point>> beside(List<List<Point>> lines, double left) {
    return lines.stream()
        .map(line -> line.stream().map(at -> new Point(left + at.x(), 160 + at.y())).toList())
        .toList();
  }

  private static void awaitAround(FxRobot robot, Node box, List<List<Point>> ink)
      throws TimeoutException {
    DrawingSurface surface = robot.lookup("#surface").query();
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> {
          Bounds frame = box.localToScreen(box.getLayoutBounds());
          return ink.stream()
              .flatMap(List::stream)
              .allMatch(point -> frame.contains(surface.localToScreen(surface.onSurface(point))));
        });
  }

  private static JsonNode ask(Path picture) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.address().resolve("/predict"))
            .header("Content-Type", "image/png")
            .POST(HttpRequest.BodyPublishers.ofFile(picture))
            .build();
    return new JsonMapper()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private void awaitAnswerTo(Drawing expected) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () ->
            prediction
                .answeredProperty()
                .get()
                .filter(answered -> answered.drawing().equals(expected))
                .isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
