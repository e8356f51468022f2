package dev.inkling.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.Background;
import dev.inkling.app.document.DocumentViewModel;
import dev.inkling.app.document.ScriptedDialogs;
import dev.inkling.app.document.WholeFile;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.endpoint.TestEndpoint;
import dev.inkling.app.experiments.TestExperimentsTab;
import dev.inkling.app.predict.Answer;
import dev.inkling.app.predict.FakeEndpoint;
import dev.inkling.app.predict.HttpPredictor;
import dev.inkling.app.predict.PredictionViewModel;
import dev.inkling.app.server.ServerReady;
import dev.inkling.app.server.ServerViewModel;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.ModelUnusable;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Point;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window in a headless screen: a mouse draws, HTTP answers.
@ExtendWith(ApplicationExtension.class)
final class MainWindowTest {
  private static final List<Point> SEVEN =
      List.of(
          new Point(150, 130),
          new Point(280, 125),
          new Point(410, 130),
          new Point(350, 260),
          new Point(290, 370),
          new Point(240, 470));

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final HttpPredictor predictor = new HttpPredictor(HttpClient.newHttpClient());
  private final Language language = new Language();
  private final DrawingRenderer renderer = new DrawingRenderer();
  private final DrawingViewModel drawing = new DrawingViewModel();
  private final CompletableFuture<ServerReady> server = new CompletableFuture<>();
  private final Background background = Background.ofJavaFx();
  private final ServerViewModel serverViewModel =
      new ServerViewModel(
          server,
          page -> CompletableFuture.failedStage(new Exception()),
          background.screen(),
          language);
  private final PredictionViewModel prediction =
      new PredictionViewModel(
          serverViewModel.addressProperty(),
          predictor,
          renderer,
          background,
          CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, Platform::runLater),
          language);
  private final ScriptedDialogs dialogs = new ScriptedDialogs();
  private final DocumentViewModel document =
      new DocumentViewModel(
          drawing, renderer, dialogs, WholeFile.MOVED_INTO_PLACE, background, language);
  private final MainViewModel viewModel =
      new MainViewModel(
          drawing,
          document,
          prediction,
          serverViewModel,
          TestEndpoint.behind(serverViewModel, background),
          TestExperimentsTab.unused(drawing, serverViewModel, background),
          new PenUpWatch(System::nanoTime),
          new LookViewModel(
              new SimpleObjectProperty<>(ColorScheme.LIGHT), Locale.ENGLISH, language));
  private boolean closed;

  @Start
  void open(Stage stage) {
    stage.setScene(new MainWindow(viewModel, renderer, language, () -> closed = true).scene());
    stage.show();
  }

  @BeforeEach
  void awaitWindow(FxRobot robot) throws TimeoutException {
    Furnished.await(robot);
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void theAnswerOnShowIsTheOneThatHttpGivesToTheSavedPicture(FxRobot robot) throws Exception {
    serverStarts();
    MouseHand.of(robot).draw(SEVEN);
    awaitAnswerTo(drawing.getDrawing());

    Answer expected = predictor.predict(endpoint.address(), renderer.png(drawing.getDrawing()));
    assertThat(text(robot, "#digit")).isEqualTo(String.valueOf(expected.digit()));
    assertThat(text(robot, "#verdict")).isEqualTo("A clear " + expected.digit());
    assertThat(text(robot, "#confidence"))
        .isEqualTo(String.format(Locale.ROOT, "%.1f %% sure", expected.confidence() * 100));
    assertThat(text(robot, "#source")).startsWith("Model seed 1 · answered in ");
    for (int i = 0; i < Answer.DIGITS; i++) {
      double probability = expected.probabilities().get(i);
      ProgressBar bar = robot.lookup("#bar-" + i).query();
      await(() -> bar.getProgress() == probability);
      assertThat(bar.getAccessibleText()).startsWith("Digit " + i + ": ").endsWith(" %");
    }
  }

  @Test
  void theLongestNumberIsShownWhole(FxRobot robot) {
    Labeled number = robot.lookup("#percent-4").query();
    robot.interact(
        () -> {
          number.textProperty().unbind();
          number.setText("100.0 %");
          number.pseudoClassStateChanged(PseudoClass.getPseudoClass("best"), true);
          number.getScene().getRoot().applyCss();
          number.getScene().getRoot().layout();
        });

    assertThat(((Text) number.lookup(".text")).getText()).isEqualTo("100.0 %");
  }

  @Test
  void whatTheNetworkSawIsShownAsItCameWithEveryPixelCrisp(FxRobot robot) {
    ImageView seen = robot.lookup("#seen").query();
    assertThat(seen.getImage()).isNull();
    assertThat(seen.getParent().getAccessibleText()).contains("no answer yet");

    serverStarts();
    MouseHand.of(robot).draw(SEVEN);
    awaitAnswerTo(drawing.getDrawing());

    Glyph came = FakeEndpoint.seenIn(renderer.png(drawing.getDrawing()));
    PixelReader pixels = seen.getImage().getPixelReader();
    int side = (int) seen.getImage().getWidth();
    int times = side / Glyph.SIDE;
    assertThat(side).isEqualTo(times * Glyph.SIDE).isGreaterThan(100);
    for (int x = 0; x < side; x++) {
      for (int y = 0; y < side; y++) {
        float ink = came.ink()[y / times * Glyph.SIDE + x / times];
        assertThat(pixels.getArgb(x, y)).isEqualTo(ink > 0 ? 0xFFFFFFFF : 0xFF000000);
      }
    }
    assertThat(seen.getBoundsInParent().getWidth()).as("drawn at its own size").isEqualTo(side);
    assertThat(seen.getParent().getAccessibleText())
        .startsWith("What the network saw: Your ink in 28 × 28 pixels");

    press(robot, KeyCode.DELETE);
    await(() -> seen.getImage() == null);
  }

  @Test
  void whatIsNoDigitIsSaidToBeNoneAndNoDigitIsShownAsTheAnswer(FxRobot robot) {
    endpoint.answerAlways(
        200,
        FakeEndpoint.answerTo(new byte[] {3})
            .replace("\"verdict\":\"digit\"", "\"verdict\":\"not_a_digit\""));
    serverStarts();
    MouseHand.of(robot).draw(SEVEN);
    awaitAnswerTo(drawing.getDrawing());

    int nearest = prediction.answeredProperty().get().orElseThrow().answer().digit();
    assertThat(text(robot, "#verdict")).isEqualTo("That is no digit");
    assertThat(text(robot, "#confidence")).isEqualTo("If it were one: " + nearest);
    assertThat(text(robot, "#digit")).isEmpty();
    assertThat(robot.lookup(".digit-bar").queryAllAs(ProgressBar.class))
        .hasSize(Answer.DIGITS)
        .noneMatch(bar -> bar.getPseudoClassStates().contains(PseudoClass.getPseudoClass("best")));
  }

  @Test
  void paperRubbedCleanReadsAsEmptyPaper(FxRobot robot) {
    endpoint.answerAlways(422, "{\"status\":422,\"detail\":\"There is no ink.\"}");
    serverStarts();
    robot.clickOn("#eraser");
    MouseHand.of(robot).draw(SEVEN);
    await(() -> endpoint.requests() > 0 && text(robot, "#hint").equals("Draw a digit"));
    assertThat(text(robot, "#status")).isEmpty();
  }

  @Test
  void theMouseDrawsWhereItPoints(FxRobot robot) {
    MouseHand.of(robot).draw(SEVEN);
    List<Point> drawn = drawing.getDrawing().strokes().getFirst().points();
    assertThat(drawn.getFirst().x()).isBetween(148.0, 152.0);
    assertThat(drawn.getFirst().y()).isBetween(128.0, 132.0);
    assertThat(drawn.getLast().x()).isBetween(238.0, 242.0);
    assertThat(drawn.getLast().y()).isBetween(468.0, 472.0);
  }

  @Test
  void aStrokeIsAnsweredWhileThePenIsStillDown(FxRobot robot) {
    serverStarts();
    MouseHand.of(robot).press(new Point(200, 200));
    MouseHand.of(robot).moveTo(new Point(300, 250));
    awaitAnswerTo(drawing.asSeen());
    assertThat(drawing.pointsInHandProperty().get()).isPositive();
    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void aDrawingBegunBeforeTheServerIsAnsweredOnceItIsThere(FxRobot robot) {
    MouseHand.of(robot).draw(SEVEN);
    assertThat(text(robot, "#hint")).contains("before the server is ready");
    assertThat(text(robot, "#server-address")).startsWith("Starting");
    serverStarts();
    awaitAnswerTo(drawing.getDrawing());
    assertThat(text(robot, "#server-address")).isEqualTo(endpoint.address().toString());
  }

  @Test
  void theKeyboardUndoesRedoesAndClears(FxRobot robot) {
    serverStarts();
    MouseHand.of(robot).draw(SEVEN);
    MouseHand.of(robot).draw(List.of(new Point(200, 300), new Point(360, 300)));
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(strokes()).isEqualTo(1);
    awaitAnswerTo(drawing.getDrawing());
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(strokes()).isEqualTo(2);
    press(robot, KeyCode.DELETE);
    assertThat(strokes()).isZero();
    await(() -> prediction.answeredProperty().get().isEmpty());
    assertThat(robot.lookup("#digit").queryLabeled().getText()).isEmpty();
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(strokes()).isEqualTo(2);
    awaitAnswerTo(drawing.getDrawing());
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    press(robot, KeyCode.CONTROL, KeyCode.Y);
    assertThat(strokes()).isEqualTo(2);
  }

  @Test
  void whatIsSavedIsOpenedAgainAndAnswered(FxRobot robot, @TempDir Path folder) {
    serverStarts();
    MouseHand.of(robot).draw(SEVEN);
    dialogs.choose(folder.resolve("seven.png"));
    press(robot, KeyCode.CONTROL, KeyCode.S);
    await(() -> text(robot, "#document-line").equals("Saved as “seven.png”."));
    robot.clickOn("#clear");
    press(robot, KeyCode.CONTROL, KeyCode.O);
    await(() -> drawing.getDrawing().backdrop().isPresent());
    awaitAnswerTo(drawing.getDrawing());
    assertThat(text(robot, "#document-line")).isEmpty();
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(drawing.getDrawing().isBlank()).isTrue();
  }

  @Test
  void whatIsCopiedIsPasted(FxRobot robot) {
    MouseHand.of(robot).draw(SEVEN);
    press(robot, KeyCode.CONTROL, KeyCode.C);
    robot.clickOn("#clear");
    press(robot, KeyCode.CONTROL, KeyCode.V);
    await(() -> drawing.getDrawing().backdrop().isPresent());
  }

  @Test
  void theButtonsDoWhatTheKeysDo(FxRobot robot) {
    MouseHand.of(robot).draw(SEVEN);
    robot.clickOn("#undo");
    assertThat(strokes()).isZero();
    robot.clickOn("#redo");
    assertThat(strokes()).isEqualTo(1);
    robot.clickOn("#eraser");
    MouseHand.of(robot).draw(SEVEN);
    assertThat(drawing.getDrawing().strokes().getLast().brush().ink())
        .isEqualTo(drawing.getDrawing().paper());
    robot.clickOn("#clear");
    assertThat(drawing.getDrawing().isBlank()).isTrue();
  }

  @Test
  void aServerThatGoesAwayIsOneLineAndTheDrawingStays(FxRobot robot) {
    serverStarts();
    MouseHand.of(robot).draw(SEVEN);
    awaitAnswerTo(drawing.getDrawing());
    endpoint.goAway();
    MouseHand.of(robot).draw(List.of(new Point(200, 300), new Point(360, 300)));
    await(() -> text(robot, "#status").contains("Your drawing is kept"));
    assertThat(strokes()).isEqualTo(2);

    endpoint.comeBack();
    awaitAnswerTo(drawing.getDrawing());
    assertThat(text(robot, "#status")).isEmpty();
  }

  @Test
  void aServerThatCannotStartIsOneLineAndOneCanStillDraw(FxRobot robot) {
    server.completeExceptionally(new ModelUnusable("There is no model in models/: reinstall."));
    MouseHand.of(robot).draw(SEVEN);
    await(() -> text(robot, "#status").equals("There is no model in models/: reinstall."));
    assertThat(strokes()).isEqualTo(1);
  }

  @Test
  void theAddressCanBeCopiedAndIsSaidWhereNoBrowserOpens(FxRobot robot) {
    serverStarts();
    await(() -> !robot.lookup("#copy-address").query().isDisabled());
    robot.clickOn("#copy-address");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).isEqualTo(endpoint.address().toString());
    robot.clickOn("#docs");
    await(() -> text(robot, "#status").contains(endpoint.address() + "/docs"));
  }

  @Test
  void theDebugOverlayTellsTheTimeFromPenUpToBars(FxRobot robot) {
    serverStarts();
    await(() -> serverViewModel.addressProperty().get().isPresent());
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
    MouseHand.of(robot).draw(SEVEN);
    await(() -> text(robot, "#debug").contains("(strokes 1, budget 50)"));
  }

  @Test
  void theThemeSwitchesBetweenLightAndDark(FxRobot robot) {
    robot.clickOn("#theme");
    assertThat(viewModel.look().themeProperty().get()).isEqualTo(Theme.DARK);
    robot.clickOn("#theme");
    assertThat(viewModel.look().themeProperty().get()).isEqualTo(Theme.LIGHT);
  }

  @Test
  void anotherLanguageIsSpokenAtOnce(FxRobot robot) {
    serverStarts();
    MouseHand.of(robot).draw(SEVEN);
    awaitAnswerTo(drawing.getDrawing());
    int digit = prediction.answeredProperty().get().orElseThrow().answer().digit();

    robot.interact(() -> language.localeProperty().set(Locale.GERMAN));

    assertThat(text(robot, "#verdict")).isEqualTo("Eine klare " + digit);
    assertThat(text(robot, "#confidence")).startsWith("zu ").contains(",").endsWith(" % sicher");
    assertThat(robot.lookup("#eraser").query().getAccessibleText()).startsWith("Radierer");
    assertThat(robot.lookup("#undo").query().getAccessibleText()).isEqualTo("Rückgängig");
    robot.interact(() -> language.localeProperty().set(Locale.ENGLISH));
    assertThat(text(robot, "#verdict")).isEqualTo("A clear " + digit);
  }

  @Test
  void ctrlQCloses(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.Q);
    assertThat(closed).isTrue();
  }

  private void serverStarts() {
    server.complete(new ServerReady(endpoint.address(), Sentence.NONE));
  }

  private int strokes() {
    return drawing.getDrawing().strokes().size();
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String query) {
    Labeled label = robot.lookup(query).queryLabeled();
    return label.getText();
  }

  private void awaitAnswerTo(Drawing expected) {
    await(
        () ->
            viewModel
                .prediction()
                .answeredProperty()
                .get()
                .filter(answered -> answered.drawing().equals(expected))
                .isPresent());
  }

  private static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    } catch (java.util.concurrent.TimeoutException late) {
      throw new AssertionError("It did not happen within ten seconds", late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
