package dev.inkling.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.Background;
import dev.inkling.app.document.DocumentViewModel;
import dev.inkling.app.document.ScriptedDialogs;
import dev.inkling.app.document.WholeFile;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.endpoint.TestEndpoint;
import dev.inkling.app.experiments.TestExperimentsTab;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What is around the paper: menus, sheets, languages, looks, and that all of it can be used
/// without a mouse or without seeing it.
@ExtendWith(ApplicationExtension.class)
final class ShellTest {
  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final Language language = new Language();
  private final DrawingViewModel drawing = new DrawingViewModel();
  private final DrawingRenderer renderer = new DrawingRenderer();
  private final Background background = Background.ofJavaFx();
  private final ServerViewModel server =
      new ServerViewModel(
          CompletableFuture.completedFuture(new ServerReady(endpoint.address(), Sentence.NONE)),
          page -> CompletableFuture.failedStage(new Exception()),
          background.screen(),
          language);
  private final LookViewModel look =
      new LookViewModel(new SimpleObjectProperty<>(ColorScheme.LIGHT), Locale.ENGLISH, language);
  private final MainViewModel viewModel =
      new MainViewModel(
          drawing,
          new DocumentViewModel(
              drawing,
              renderer,
              new ScriptedDialogs(),
              WholeFile.MOVED_INTO_PLACE,
              background,
              language),
          new PredictionViewModel(
              server.addressProperty(),
              new HttpPredictor(HttpClient.newHttpClient()),
              renderer,
              background,
              CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS, Platform::runLater),
              language),
          server,
          TestEndpoint.behind(server, background),
          TestExperimentsTab.unused(drawing, server, background),
          new PenUpWatch(System::nanoTime),
          look);
  private Stage stage;
  private Scene scene;

  @Start
  void open(Stage shown) {
    stage = shown;
    scene = new MainWindow(viewModel, renderer, language, shown::close).scene();
    shown.setScene(scene);
    shown.show();
  }

  @BeforeEach
  void awaitWindow(FxRobot robot) throws TimeoutException {
    Furnished.await(robot);
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  /// A stroke that was begun before would end elsewhere.
  @ParameterizedTest
  @EnumSource
  void thePaperComesFirstAndStaysWhereItIs(TextSize size, FxRobot robot) {
    var first = new AtomicReference<Bounds>();
    robot.interact(
        () -> {
          look.textSizeProperty().set(size);
          scene = new MainWindow(viewModel, renderer, language, stage::close).scene();
          stage.setScene(scene);
          assertThat(scene.lookup("#menu")).isNull();
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          first.set(paperOnScene());
        });
    await(() -> scene.lookup("#menu") != null);

    assertThat(scene.lookup("#undo")).isNotNull();
    assertThat(scene.lookup("#server-address")).isNotNull();
    assertThat(paperOnScene()).isEqualTo(first.get());
  }

  private Bounds paperOnScene() {
    Node paper = scene.lookup("#surface");
    return paper.localToScene(paper.getLayoutBounds());
  }

  @Test
  void everyCommandStandsInAMenuWithItsKeys() {
    List<MenuItem> items = menus().stream().flatMap(menu -> menu.getItems().stream()).toList();
    for (Command command : Command.values()) {
      MenuItem item =
          items.stream()
              .filter(each -> command.id().equals(each.getId()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(command + " is in no menu"));
      if (!command.keys().isEmpty()) {
        assertThat(item.getAccelerator()).isEqualTo(command.keys().getFirst());
      }
    }
  }

  @Test
  void aCommandThatCannotBeDoneIsGrey(FxRobot robot) {
    MenuItem undo = item("command.undo");
    assertThat(undo.isDisable()).isTrue();
    robot.interact(
        () -> {
          drawing.penDown(new Point(10, 10));
          drawing.penUp();
        });
    assertThat(undo.isDisable()).isFalse();
    robot.interact(undo::fire);
    assertThat(drawing.getDrawing().isBlank()).isTrue();
  }

  @Test
  void f1ShowsTheKeysOfAllCommandsAndEscapePutsThemAway(FxRobot robot) {
    press(robot, KeyCode.F1);
    await(() -> robot.lookup("#shortcuts").tryQuery().isPresent());
    List<String> words = words(robot.lookup("#shortcuts").query());
    for (Command command : Command.values()) {
      if (!command.keys().isEmpty()) {
        assertThat(words).contains(item(command.id()).getText());
        assertThat(words).contains(command.keys().getFirst().getDisplayText());
      }
    }
    press(robot, KeyCode.ESCAPE);
    await(() -> robot.lookup("#shortcuts").tryQuery().isEmpty());
  }

  @Test
  void aboutTellsTheVersionAndTheLicences(FxRobot robot) {
    robot.interact(item("command.about")::fire);
    await(() -> robot.lookup("#about").tryQuery().isPresent());
    List<String> words = words(robot.lookup("#about").query());
    assertThat(words).anyMatch(word -> word.startsWith("Version "));
    assertThat(words).contains("JavaFX", "GPL-2.0 with Classpath Exception");
    robot.clickOn("#close-sheet");
    await(() -> robot.lookup("#about").tryQuery().isEmpty());
  }

  @Test
  void theMenuCanBeWalkedByTheKeyboard(FxRobot robot) {
    press(robot, KeyCode.F10);
    press(robot, KeyCode.DOWN);
    await(() -> menus().getFirst().isShowing());
    press(robot, KeyCode.ESCAPE);
    await(() -> !menus().getFirst().isShowing());
  }

  @Test
  void aLanguageChosenInTheMenuIsSpokenAtOnce(FxRobot robot) {
    robot.interact(() -> fire("menu.view", "language", "language.german"));
    assertThat(menus().getFirst().getText()).isEqualTo("_Datei");
    assertThat(item("command.undo").getText()).isEqualTo("Rückgängig");
  }

  @Test
  void everyControlThatTheKeyboardReachesHasANameInEveryLanguage(FxRobot robot) {
    press(robot, KeyCode.F1);
    await(() -> robot.lookup("#shortcuts").tryQuery().isPresent());
    for (Locale locale : Language.KNOWN) {
      robot.interact(() -> language.localeProperty().set(locale));
      List<Control> reachable =
          nodes(scene.getRoot())
              .filter(Control.class::isInstance)
              .map(Control.class::cast)
              .filter(Node::isFocusTraversable)
              .toList();
      assertThat(reachable).hasSizeGreaterThan(8);
      assertThat(reachable).allSatisfy(control -> assertThat(nameOf(control)).isNotBlank());
    }
  }

  @Test
  void theThingsThatAreNotReachedByTabAreNamedToo() {
    assertThat(scene.lookup("#surface").getAccessibleText()).contains("digit");
    assertThat(scene.lookup("#seen").getParent().getAccessibleText()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(TextSize.class)
  void nothingIsCutInASmallWindowInEitherLanguage(TextSize size, FxRobot robot) {
    for (Locale locale : Language.KNOWN) {
      robot.interact(
          () -> {
            language.localeProperty().set(locale);
            look.textSizeProperty().set(size);
            stage.setWidth(1024);
            stage.setHeight(640);
          });
      WaitForAsyncUtils.waitForFxEvents();
      robot.interact(
          () -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
          });
      assertThat(nodes(scene.getRoot()).filter(ShellTest::isSeen).filter(this::isCut))
          .as("in %s", locale)
          .isEmpty();
    }
  }

  @Test
  void textSizesAreSetByKeys(FxRobot robot) {
    double normal = fontOf("#verdict");
    press(robot, KeyCode.CONTROL, KeyCode.EQUALS);
    press(robot, KeyCode.CONTROL, KeyCode.EQUALS);
    assertThat(look.textSizeProperty().get()).isEqualTo(TextSize.LARGEST);
    await(() -> Math.abs(fontOf("#verdict") - 1.5 * normal) < 0.2);
    press(robot, KeyCode.CONTROL, KeyCode.MINUS);
    assertThat(look.textSizeProperty().get()).isEqualTo(TextSize.LARGE);
    press(robot, KeyCode.CONTROL, KeyCode.DIGIT0);
    assertThat(look.textSizeProperty().get()).isEqualTo(TextSize.NORMAL);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void highContrastIsBlackOnWhiteOrTheReverse(Theme theme, FxRobot robot) {
    robot.interact(
        () -> {
          look.highContrastProperty().set(true);
          look.themeChoiceProperty().set(ThemeChoice.valueOf(theme.name()));
        });
    Labeled hint = robot.lookup("#hint").queryLabeled();
    Color expected = theme == Theme.LIGHT ? Color.BLACK : Color.WHITE;
    await(() -> expected.equals(hint.getTextFill()));
  }

  @Test
  void theExampleWritesADigitThatIsAnswered(FxRobot robot) {
    robot.clickOn("#example");
    assertThat(robot.lookup("#example").query().isVisible()).isFalse();
    await(() -> !viewModel.example().playingProperty().get());
    assertThat(drawing.getDrawing().isBlank()).isFalse();
    await(() -> viewModel.prediction().answeredProperty().get().isPresent());
  }

  private List<Menu> menus() {
    return ((MenuBar) scene.lookup("#menu")).getMenus();
  }

  private MenuItem item(String id) {
    return menus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private void fire(String menu, String choice, String item) {
    Menu place =
        menus().stream().filter(each -> menu.equals(each.getId())).findFirst().orElseThrow();
    Menu choices =
        (Menu)
            place.getItems().stream()
                .filter(each -> choice.equals(each.getId()))
                .findFirst()
                .orElseThrow();
    choices.getItems().stream()
        .filter(each -> !(each instanceof SeparatorMenuItem) && item.equals(each.getId()))
        .forEach(MenuItem::fire);
  }

  private double fontOf(String query) {
    return ((Labeled) scene.lookup(query)).getFont().getSize();
  }

  private static String nameOf(Control control) {
    String accessible = control.getAccessibleText();
    if (accessible != null && !accessible.isBlank()) {
      return accessible;
    }
    return control instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "";
  }

  private static List<String> words(Node root) {
    return nodes(root)
        .filter(Labeled.class::isInstance)
        .map(node -> String.valueOf(((Labeled) node).getText()))
        .toList();
  }

  private static Stream<Node> nodes(Node root) {
    var all = new ArrayList<Node>();
    collect(root, all);
    return all.stream();
  }

  private static void collect(Node node, List<Node> all) {
    all.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return node instanceof Control;
  }

  /// Beyond the window, unless it can be scrolled to; or with words that end in three dots.
  private boolean isCut(Node node) {
    return (node instanceof Labeled labeled && isShortened(labeled))
        || (!isScrolled(node) && isBeyond(node));
  }

  private static boolean isShortened(Labeled labeled) {
    return labeled.lookup(".text") instanceof Text text
        && !labeled.getText().isEmpty()
        && !labeled.isWrapText()
        && !text.getText().equals(withoutMnemonic(labeled.getText()));
  }

  private static String withoutMnemonic(String text) {
    return text.replace("_", "");
  }

  private static boolean isScrolled(Node node) {
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane) {
        return true;
      }
    }
    return false;
  }

  private boolean isBeyond(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return bounds.getMinX() < -1
        || bounds.getMinY() < -1
        || bounds.getMaxX() > scene.getWidth() + 1
        || bounds.getMaxY() > scene.getHeight() + 1;
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
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
