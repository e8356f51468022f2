package dev.inkling.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.api.AccessRules;
import dev.inkling.api.BearerToken;
import dev.inkling.api.ServerOptions;
import dev.inkling.app.background.Background;
import dev.inkling.app.document.DocumentViewModel;
import dev.inkling.app.document.ScriptedDialogs;
import dev.inkling.app.document.WholeFile;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.endpoint.EndpointViewModel;
import dev.inkling.app.endpoint.VisitorLog;
import dev.inkling.app.experiments.TestExperimentsTab;
import dev.inkling.app.predict.HttpPredictor;
import dev.inkling.app.predict.PredictionViewModel;
import dev.inkling.app.server.LocalServer;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.texts.Language;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The tab of the endpoint in the whole window, with the real server behind it, used as a class
/// would.
@ExtendWith(ApplicationExtension.class)
final class EndpointTabTest {
  private static final BearerToken TOKEN = BearerToken.random();
  private static final byte[] THREE = new DrawingRenderer().png(ScriptedHand.draw(3));

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Language language = new Language();
  private final DrawingRenderer renderer = new DrawingRenderer();
  private final DrawingViewModel drawing = new DrawingViewModel();
  private final Background background = Background.ofJavaFx();
  private final VisitorLog visitors =
      new VisitorLog(background, Clock.systemUTC(), HttpPredictor::isOwn);
  private final LocalServer local =
      new LocalServer(
          ServerOptions.defaults().withPort(0).withListener(visitors),
          ShippedModels::store,
          EndpointTabTest::withToken);
  private final CompletableFuture<ServerReady> begun = new CompletableFuture<>();
  private final ServerViewModel server =
      new ServerViewModel(
          begun,
          page -> CompletableFuture.failedStage(new Exception()),
          background.screen(),
          language);
  private final EndpointViewModel endpoint =
      new EndpointViewModel(server, local, background, visitors);
  private final PredictionViewModel prediction =
      new PredictionViewModel(
          server.addressProperty(),
          new HttpPredictor(
              () -> http,
              () -> local.reach().token().map(BearerToken::new),
              asked ->
                  background
                      .screen()
                      .execute(() -> endpoint.lastProperty().set(Optional.of(asked)))),
          renderer,
          background,
          CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, Platform::runLater),
          language);

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
            server,
            endpoint,
            TestExperimentsTab.unused(drawing, server, background),
            new PenUpWatch(System::nanoTime),
            new LookViewModel(
                new SimpleObjectProperty<>(ColorScheme.LIGHT), Locale.ENGLISH, language));
    viewModel.sideTabProperty().set("tab-endpoint");
    stage.setScene(new MainWindow(viewModel, renderer, language, Platform::exit).scene());
    stage.show();
    begun.completeAsync(local::start);
  }

  @BeforeEach
  void awaitWindow(FxRobot robot) throws TimeoutException {
    Furnished.await(robot);
  }

  @AfterEach
  void stop() {
    local.close();
    http.close();
  }

  @Test
  void theRequestAndItsAnswerAreCopiedWhole(FxRobot robot) {
    awaitServer();
    draw(robot, 7);
    await(() -> text(robot, "#json").contains("\"digit\": 7"));

    robot.clickOn("#copy-code");
    assertThat(clipboard())
        .isEqualTo("curl -F file=@drawing.png '%s/predict?explain=true'".formatted(address()));
    robot.clickOn("#code-python");
    robot.clickOn("#copy-code");
    assertThat(clipboard()).contains("requests.post", address() + "/predict");
    robot.clickOn("#code-javascript");
    robot.clickOn("#copy-code");
    assertThat(clipboard()).contains("await fetch", address() + "/predict");

    assertThat(text(robot, "#json")).contains("… (");
    robot.clickOn("#copy-json");
    assertThat(clipboard()).contains("\"digit\": 7").doesNotContain("…");
  }

  @Test
  void aClassSeesItsOwnPostsArrive(FxRobot robot) throws Exception {
    awaitServer();
    robot.clickOn("#part-visitors");
    draw(robot, 7);
    awaitAnswer();
    post(THREE);
    post("no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    await(() -> rows(robot).size() == 2);

    assertThat(rows(robot).get(0)).startsWith("Refused").contains("415").contains("127.0.0.1");
    assertThat(rows(robot).get(1))
        .startsWith("A clear 3")
        .contains("POST /predict")
        .contains("200")
        .contains(" ms");

    robot.interact(() -> language.localeProperty().set(Locale.GERMAN));
    await(() -> rows(robot).get(1).startsWith("Eine klare 3"));

    robot.clickOn("#clear-visitors");
    await(() -> rows(robot).isEmpty());
  }

  @Test
  void aStoppedServerIsStartedAgainFromTheBarAndAnswersTheDrawing(FxRobot robot) {
    awaitServer();
    URI before = server.addressProperty().get().orElseThrow();
    robot.clickOn("#part-server");
    robot.clickOn("#server-stop");
    await(() -> text(robot, "#server-address").equals("The server is stopped"));
    draw(robot, 7);
    assertThat(text(robot, "#status")).isEmpty();
    assertThat(prediction.answeredProperty().get()).isEmpty();

    await(() -> !robot.lookup("#server-start").query().isDisabled());
    robot.clickOn("#start-server");

    awaitAnswer();
    assertThat(server.addressProperty().get()).hasValue(before);
    assertThat(robot.lookup("#start-server").query().isVisible()).isFalse();
  }

  @Test
  void aPortThatIsTakenIsSaidCalmlyAndAnotherIsOneClickAway(FxRobot robot) throws IOException {
    awaitServer();
    URI before = server.addressProperty().get().orElseThrow();
    robot.clickOn("#part-server");
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      type(robot, "#server-port", String.valueOf(other.getLocalPort()));
      robot.clickOn("#server-apply");
      await(() -> robot.lookup("#server-offer").query().isVisible());
      assertThat(text(robot, "#server-mistake"))
          .startsWith("Another program has port " + other.getLocalPort());
      assertThat(server.addressProperty().get()).hasValue(before);

      robot.clickOn("#server-offer");
      await(() -> server.addressProperty().get().filter(now -> !now.equals(before)).isPresent());
      assertThat(server.addressProperty().get().orElseThrow().getPort())
          .isNotEqualTo(other.getLocalPort());
      await(() -> !robot.lookup("#server-offer").query().isVisible());
    }
  }

  @Test
  void theNetworkIsLetInOnlyAfterAWarningAndThenToldHow(FxRobot robot) throws Exception {
    awaitServer();
    robot.clickOn("#part-server");
    robot.clickOn("#server-network");
    await(() -> isSeen(robot, "#network-warning"));
    assertThat(text(robot, "#network-warning")).contains("Everybody in this network");
    assertThat(local.reach().network()).isFalse();
    robot.clickOn("#network-cancel");
    await(() -> !isSeen(robot, "#network-warning"));
    assertThat(local.reach().network()).isFalse();

    // By the keyboard this time.
    robot.interact(() -> robot.lookup("#server-network").query().requestFocus());
    robot.push(KeyCode.SPACE);
    await(() -> isSeen(robot, "#network-warning"));
    robot.clickOn("#network-open");
    await(() -> endpoint.switches().invitationProperty().get().isPresent());
    assertThat(post(THREE)).isEqualTo(401);
    draw(robot, 7);
    awaitAnswer();
    if (!local.addresses().isEmpty()) {
      assertThat(text(robot, "#server-token")).contains(TOKEN.value());
      assertThat(robot.lookup("#server-qr").tryQuery()).isPresent();
    }

    robot.clickOn("#server-network");
    await(() -> !local.reach().network() && server.addressProperty().get().isPresent());
    assertThat(post(THREE)).isEqualTo(200);
  }

  private static ServerOptions withToken(ServerOptions options) {
    AccessRules rules = AccessRules.thisMachineOnly();
    return options.withAccess(options.isBeyondLoopback() ? rules.withToken(TOKEN) : rules);
  }

  private int post(byte[] picture) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + "/predict"))
            .header("Content-Type", Arrays.equals(picture, THREE) ? "image/png" : "text/plain")
            .POST(BodyPublishers.ofByteArray(picture))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static void draw(FxRobot robot, int digit) {
    for (List<Point> line : ScriptedHand.lines(digit, 560)) {
      MouseHand.of(robot).draw(line);
    }
  }

  private void awaitServer() {
    await(() -> server.addressProperty().get().isPresent());
  }

  private void awaitAnswer() {
    await(
        () ->
            prediction
                .answeredProperty()
                .get()
                .filter(answered -> answered.drawing().equals(drawing.getDrawing()))
                .isPresent());
  }

  private String address() {
    return server.addressProperty().get().orElseThrow().toString();
  }

  private static List<String> rows(FxRobot robot) {
    return robot.lookup("#visitors .list-cell").queryAllAs(ListCell.class).stream()
        .filter(cell -> !cell.isEmpty())
        .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
        .map(Node::getAccessibleText)
        .toList();
  }

  private static boolean isSeen(FxRobot robot, String query) {
    for (Node each = robot.lookup(query).query(); each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static void type(FxRobot robot, String query, String text) {
    TextField field = robot.lookup(query).query();
    robot.interact(field::clear);
    robot.clickOn(field).write(text);
  }

  private static String clipboard() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000, () -> Clipboard.getSystemClipboard().getString());
  }

  /// Read where it is written: a text area that is just being filled is no text.
  private static String text(FxRobot robot, String query) {
    Node node = robot.lookup(query).query();
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000, () -> node instanceof TextArea area ? area.getText() : ((Labeled) node).getText());
  }

  private static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    } catch (TimeoutException late) {
      throw new AssertionError("It did not happen within twenty seconds", late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
