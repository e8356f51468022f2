package dev.inkling.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.app.background.Background;
import dev.inkling.app.document.DocumentViewModel;
import dev.inkling.app.document.ScriptedDialogs;
import dev.inkling.app.document.WholeFile;
import dev.inkling.app.draw.DrawingSurface;
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
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Point;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What there is to learn from an answer: how the network's picture came about, what speaks for a
/// digit, what another model says.
@ExtendWith(ApplicationExtension.class)
final class ReasonsTest {
  private static final List<Point> STROKE = List.of(new Point(150, 130), new Point(410, 430));

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final DrawingViewModel drawing = new DrawingViewModel();
  private final CompletableFuture<ServerReady> server = new CompletableFuture<>();
  private final Background background = Background.ofJavaFx();
  private final Language language = new Language();
  private final DrawingRenderer renderer = new DrawingRenderer();
  private final ServerViewModel serverViewModel =
      new ServerViewModel(
          server,
          page -> CompletableFuture.failedStage(new Exception()),
          background.screen(),
          language);
  private final PredictionViewModel prediction =
      new PredictionViewModel(
          serverViewModel.addressProperty(),
          new HttpPredictor(HttpClient.newHttpClient()),
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
            serverViewModel,
            TestEndpoint.behind(serverViewModel, background),
            TestExperimentsTab.unused(drawing, serverViewModel, background),
            new PenUpWatch(System::nanoTime),
            new LookViewModel(
                new SimpleObjectProperty<>(ColorScheme.LIGHT), Locale.ENGLISH, language));
    stage.setScene(new MainWindow(viewModel, renderer, language, Platform::exit).scene());
    stage.show();
    server.complete(new ServerReady(endpoint.address(), Sentence.NONE));
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
  void theBarsGlideToWhereTheyShouldBeExactly(FxRobot robot) {
    Answer answer = drawAndAwaitAnswer(robot);

    for (int i = 0; i < Answer.DIGITS; i++) {
      double probability = answer.probabilities().get(i);
      ProgressBar bar = robot.lookup("#bar-" + i).query();
      await(() -> bar.getProgress() == probability);
    }
    robot.push(KeyCode.DELETE);
    ProgressBar best = robot.lookup("#bar-" + answer.digit()).query();
    await(() -> best.getProgress() == 0);
  }

  @Test
  void whoLooksAtThePictureSeesHowItCameAboutAndWhichInkItIs(FxRobot robot) {
    drawAndAwaitAnswer(robot);
    assertThat(shown(robot, "#steps")).isFalse();
    assertThat(shown(robot, "#crop")).isFalse();

    robot.moveTo("#seen");
    await(() -> shown(robot, "#steps"));

    assertThat(robot.lookup("#steps .step").queryAllAs(Labeled.class))
        .extracting(Labeled::getText)
        .startsWith("Found the ink: 280 × 364 pixels", "Dark ink on lighter paper")
        .endsWith("Scaled to 20 pixels and centred by its weight");
    Rectangle crop = robot.lookup("#crop").query();
    assertLiesOn(robot, crop, new Point(140, 112), new Point(420, 476));

    robot.moveTo("#undo");
    await(() -> !shown(robot, "#steps") && !shown(robot, "#crop"));
    robot.interact(() -> robot.lookup("#seen").query().getParent().requestFocus());
    assertThat(shown(robot, "#steps")).as("the keyboard looks as well").isTrue();
  }

  @Test
  void whyColoursTheInkAndSaysWhichColourMeansWhat(FxRobot robot) {
    Answer answer = drawAndAwaitAnswer(robot);
    robot.clickOn("#why");
    ImageView evidence = robot.lookup("#evidence").query();
    await(evidence::isVisible);

    assertLiesOn(robot, evidence, new Point(0, 0), new Point(560, 560));
    Color speaksFor = at(evidence, 10.5, 10.5);
    Color speaksAgainst = at(evidence, 17.5, 17.5);
    assertThat(speaksFor.getBlue()).isGreaterThan(speaksFor.getRed() + 0.5);
    assertThat(speaksAgainst.getRed()).isGreaterThan(speaksAgainst.getBlue() + 0.5);
    assertThat(at(evidence, 1.5, 1.5).getOpacity()).as("bare paper").isZero();
    assertThat(text(robot, "#why-for")).isEqualTo("speaks for " + answer.digit());
    assertThat(text(robot, "#why-against")).isEqualTo("speaks against " + answer.digit());

    robot.push(KeyCode.ESCAPE);
    assertThat(evidence.isVisible()).isFalse();
    assertThat(robot.lookup("#why").queryAs(ToggleButton.class).isSelected()).isFalse();
  }

  @Test
  void aBarAsksWhatSpeaksForItsDigitByMouseAndByKeyboard(FxRobot robot) {
    drawAndAwaitAnswer(robot);
    robot.clickOn("#bar-9");
    await(() -> shown(robot, "#evidence"));
    assertThat(text(robot, "#why-for")).isEqualTo("speaks for 9");
    assertThat(endpoint.query()).endsWith("explain_digit=9");

    robot.push(KeyCode.ENTER);
    assertThat(shown(robot, "#evidence")).as("the same again: seen enough").isFalse();
    robot.interact(() -> robot.lookup("#bar-4").query().requestFocus());
    robot.push(KeyCode.ENTER);
    await(() -> shown(robot, "#evidence"));
    assertThat(text(robot, "#why-for")).isEqualTo("speaks for 4");
  }

  @Test
  void thePenDrawsThroughTheColoursAndTheyGoMeanwhile(FxRobot robot) {
    drawAndAwaitAnswer(robot);
    robot.clickOn("#why");
    await(() -> shown(robot, "#evidence"));

    MouseHand.of(robot).press(new Point(200, 200));
    MouseHand.of(robot).moveTo(new Point(300, 250));
    await(() -> drawing.pointsInHandProperty().get() > 1);
    assertThat(shown(robot, "#evidence")).isFalse();
    robot.release(MouseButton.PRIMARY);

    await(() -> shown(robot, "#evidence"));
    assertThat(drawing.getDrawing().strokes()).hasSize(2);
  }

  @Test
  void twoModelsReadTheSameDrawingBesideEachOther(FxRobot robot) {
    drawAndAwaitAnswer(robot);
    robot.clickOn("#why");
    await(() -> shown(robot, "#evidence"));
    robot.clickOn("#tab-compare");
    assertThat(shown(robot, "#evidence")).as("colours of one model only").isFalse();
    await(() -> !text(robot, "#left-digit").isEmpty() && !text(robot, "#right-digit").isEmpty());

    assertThat(text(robot, "#left-digit")).isNotEqualTo(text(robot, "#right-digit"));
    await(() -> text(robot, "#remark").startsWith("They get different pictures: seed"));
    ImageView seen = robot.lookup("#right-seen").query();
    assertThat(seen.getImage()).isNotNull();

    ComboBox<String> left = robot.lookup("#left-model").queryComboBox();
    await(() -> left.getItems().equals(List.of("robust", "seed")));
    robot.interact(() -> left.setValue("robust"));
    await(() -> text(robot, "#remark").startsWith("The same model on both sides"));
    await(() -> text(robot, "#left-digit").equals(text(robot, "#right-digit")));
  }

  @Test
  void aModelThatGoesAwayIsACalmLineInItsColumn(FxRobot robot) {
    endpoint.models("robust", "mine");
    drawAndAwaitAnswer(robot);
    robot.clickOn("#tab-compare");
    await(() -> text(robot, "#left-problem").contains("'seed'"));

    ComboBox<String> left = robot.lookup("#left-model").queryComboBox();
    assertThat(left.getValue()).isEqualTo("seed");
    assertThat(text(robot, "#left-digit")).isEmpty();
    assertThat(text(robot, "#status")).isEmpty();
    endpoint.models("robust", "seed");
    robot.clickOn("#left-model");
    await(() -> !text(robot, "#left-digit").isEmpty());
    assertThat(text(robot, "#left-problem")).isEmpty();
  }

  private Answer drawAndAwaitAnswer(FxRobot robot) {
    MouseHand.of(robot).draw(STROKE);
    await(
        () ->
            prediction
                .answeredProperty()
                .get()
                .filter(answered -> answered.drawing().equals(drawing.getDrawing()))
                .isPresent());
    return prediction.answeredProperty().get().orElseThrow().answer();
  }

  /// Where the node lies, on the paper.
  private static void assertLiesOn(FxRobot robot, Node node, Point from, Point to) {
    DrawingSurface surface = robot.lookup("#surface").query();
    Point2D start = surface.localToScreen(surface.onSurface(from));
    Point2D end = surface.localToScreen(surface.onSurface(to));
    Bounds bounds = node.localToScreen(node.getLayoutBounds());
    assertThat(bounds.getMinX()).isCloseTo(start.getX(), within(2.0));
    assertThat(bounds.getMinY()).isCloseTo(start.getY(), within(2.0));
    assertThat(bounds.getMaxX()).isCloseTo(end.getX(), within(2.0));
    assertThat(bounds.getMaxY()).isCloseTo(end.getY(), within(2.0));
  }

  /// The colour at a point of the glyph.
  private static Color at(ImageView evidence, double x, double y) {
    double scale = evidence.getImage().getWidth() / 28;
    return evidence.getImage().getPixelReader().getColor((int) (x * scale), (int) (y * scale));
  }

  private static boolean shown(FxRobot robot, String query) {
    return robot.lookup(query).query().isVisible();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryLabeled().getText();
  }

  private static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    } catch (TimeoutException late) {
      throw new AssertionError("It did not happen within ten seconds", late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
