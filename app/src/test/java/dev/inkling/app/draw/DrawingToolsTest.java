package dev.inkling.app.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.app.texts.Language;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The tools and the paper, by mouse, keyboard and finger.
@ExtendWith(ApplicationExtension.class)
final class DrawingToolsTest {
  private final DrawingViewModel viewModel = new DrawingViewModel();
  private final Language language = new Language();

  @SuppressWarnings("NullAway.Init") // Before each test, once there is a toolkit.
  private DrawingSurface surface;

  @Start
  void open(Stage stage) {
    surface = new DrawingSurface(viewModel, new DrawingRenderer(), language);
    var text = new TextField();
    text.setId("text");
    var scene =
        new Scene(new VBox(new DrawingToolbar(viewModel, language), surface, text), 800, 660);
    DrawingKeys.listen(scene, viewModel);
    stage.setScene(scene);
    // The stage is the one of the test before.
    stage.sizeToScene();
    stage.show();
  }

  @Test
  void lettersTakeTools(FxRobot robot) {
    robot.type(KeyCode.P);
    assertThat(viewModel.toolProperty().get()).isEqualTo(Tool.PENCIL);
    robot.type(KeyCode.M);
    assertThat(viewModel.toolProperty().get()).isEqualTo(Tool.MARKER);
    robot.type(KeyCode.E);
    assertThat(viewModel.toolProperty().get()).isEqualTo(Tool.ERASER);
    assertThat(((ToggleButton) robot.lookup("#eraser").query()).isSelected()).isTrue();
    robot.type(KeyCode.B);
    assertThat(viewModel.toolProperty().get()).isEqualTo(Tool.BRUSH);
  }

  @Test
  void bracketsChangeTheSize() {
    type("]");
    assertThat(viewModel.brushWidthProperty().get()).isEqualTo(31);
    type("[");
    type("[");
    assertThat(viewModel.brushWidthProperty().get()).isEqualTo(25);
  }

  @Test
  void xSwapsTheColoursAndWIsWhiteOnBlack(FxRobot robot) {
    robot.type(KeyCode.X);
    assertThat(viewModel.getDrawing().paper()).isEqualTo(Ink.BLACK);
    robot.type(KeyCode.W);
    assertThat(viewModel.getDrawing().paper()).isEqualTo(Ink.WHITE);
  }

  @Test
  void whoWritesTakesNoTools(FxRobot robot) {
    robot.clickOn("#text").type(KeyCode.E);
    assertThat(viewModel.toolProperty().get()).isEqualTo(Tool.BRUSH);
    assertThat(robot.lookup("#text").queryTextInputControl().getText()).isEqualTo("e");
  }

  @Test
  void buttonsTakeToolsAndOneIsAlwaysTaken(FxRobot robot) {
    robot.clickOn("#marker");
    assertThat(viewModel.toolProperty().get()).isEqualTo(Tool.MARKER);
    robot.clickOn("#marker");
    assertThat(viewModel.toolProperty().get()).isEqualTo(Tool.MARKER);
    assertThat(((ToggleButton) robot.lookup("#marker").query()).isSelected()).isTrue();
    robot.clickOn("#pencil");
    assertThat(viewModel.toolProperty().get()).isEqualTo(Tool.PENCIL);
  }

  @Test
  void coloursAreChosenSwappedAndTurnedWhiteOnBlack(FxRobot robot) {
    choose(robot, "#ink", Color.RED);
    assertThat(viewModel.inkProperty().get()).isEqualTo(new Ink(0xFF0000));
    choose(robot, "#paper", Color.YELLOW);
    assertThat(viewModel.getDrawing().paper()).isEqualTo(new Ink(0xFFFF00));
    robot.clickOn("#swap");
    assertThat(viewModel.getDrawing().paper()).isEqualTo(new Ink(0xFF0000));
    assertThat(colour(robot, "#ink")).isEqualTo(Color.YELLOW);
    robot.clickOn("#undo");
    assertThat(colour(robot, "#paper")).isEqualTo(Color.YELLOW);
    robot.clickOn("#white-on-black");
    assertThat(colour(robot, "#paper")).isEqualTo(Color.BLACK);
    assertThat(colour(robot, "#ink")).isEqualTo(Color.WHITE);
  }

  @Test
  void everyControlIsReachedByKeyboardAndSaysWhatItIsFor(FxRobot robot) {
    for (String id :
        List.of(
            "#pencil",
            "#brush",
            "#marker",
            "#eraser",
            "#brush-width",
            "#ink",
            "#paper",
            "#swap",
            "#white-on-black")) {
      Node control = robot.lookup(id).query();
      assertThat(control.isFocusTraversable()).as(id).isTrue();
      assertThat(control.getAccessibleText()).as(id).isNotBlank();
    }
  }

  /// With events of its own: the headless robot's mouse does not know what the keyboard does.
  @Test
  void shiftDrawsAStraightLine(FxRobot robot) {
    robot.interact(
        () -> {
          mouse(MouseEvent.MOUSE_PRESSED, new Point(100, 100), true);
          mouse(MouseEvent.MOUSE_DRAGGED, new Point(200, 300), true);
          mouse(MouseEvent.MOUSE_DRAGGED, new Point(300, 160), true);
          mouse(MouseEvent.MOUSE_DRAGGED, new Point(400, 200), true);
          mouse(MouseEvent.MOUSE_RELEASED, new Point(401, 203), false);
        });
    List<Point> points = onlyStroke();
    assertThat(points).hasSize(2);
    assertThat(points.getLast().x()).isCloseTo(400, within(0.01));
    assertThat(points.getLast().y()).isCloseTo(200, within(0.01));
  }

  /// As the system tells it when all of it happens between two frames.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStrokeMadeInAnInstantReachesItsEnd(boolean shift, FxRobot robot) {
    robot.interact(
        () -> {
          mouse(MouseEvent.MOUSE_PRESSED, new Point(100, 100), shift);
          mouse(MouseEvent.MOUSE_RELEASED, new Point(300, 100), shift);
        });
    List<Point> points = onlyStroke();
    assertThat(points).hasSize(2);
    assertThat(points.getLast().x()).isCloseTo(300, within(0.01));
  }

  @Test
  void theOutlineFollowsTheMouseAndIsAsBroadAsTheStroke(FxRobot robot) {
    moveTo(robot, new Point(200, 300));
    Node outline = robot.lookup("#brush-outline").query();
    assertThat(outline.isVisible()).isTrue();
    Point2D there = surface.onSurface(new Point(200, 300));
    Bounds bounds = outline.getBoundsInParent();
    assertThat(bounds.getCenterX()).isCloseTo(there.getX(), within(1.0));
    assertThat(bounds.getCenterY()).isCloseTo(there.getY(), within(1.0));
    double scale =
        surface.onSurface(new Point(1, 0)).getX() - surface.onSurface(new Point(0, 0)).getX();
    Circle circle = robot.lookup(".brush-outline-dark").query();
    assertThat(circle.getRadius() * 2).isCloseTo(28 * scale, within(0.01));
    assertThat(surface.getCursor()).isEqualTo(Cursor.NONE);

    type("]");
    assertThat(circle.getRadius() * 2).isCloseTo(31 * scale, within(0.01));
    robot.interact(() -> viewModel.toolProperty().set(Tool.PENCIL));
    assertThat(surface.getCursor()).isEqualTo(Cursor.CROSSHAIR);

    robot.moveTo("#undo");
    assertThat(outline.isVisible()).isFalse();
  }

  @Test
  void whileASizeIsChosenThePaperShowsIt(FxRobot robot) {
    Node outline = robot.lookup("#brush-outline").query();
    Slider slider = robot.lookup("#brush-width").query();
    robot.moveTo(slider).press(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(outline.isVisible()).isTrue();
    Point2D middle = surface.onSurface(new Point(280, 280));
    assertThat(outline.getBoundsInParent().getCenterX()).isCloseTo(middle.getX(), within(2.0));
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(outline.isVisible()).isFalse();
  }

  @Test
  void aSecondFingerThatGoesLeavesNoLine(FxRobot robot) {
    robot.interact(
        () -> {
          oneFingerDrawsAndAnotherComes();
          finger(MouseEvent.MOUSE_RELEASED, new Point(400, 400));
        });
    assertThat(onlyStroke()).hasSize(2);
    assertThat(onlyStroke().getLast().x()).isCloseTo(120, within(0.01));
  }

  @Test
  void aSecondFingerDoesNotDraw(FxRobot robot) {
    robot.interact(
        () -> {
          oneFingerDrawsAndAnotherComes();
          finger(MouseEvent.MOUSE_DRAGGED, new Point(140, 160));
          touch(TouchEvent.TOUCH_RELEASED, 1);
          finger(MouseEvent.MOUSE_RELEASED, new Point(140, 160));
          finger(MouseEvent.MOUSE_DRAGGED, new Point(410, 410));
        });
    assertThat(onlyStroke()).hasSize(3);
    assertThat(onlyStroke().getLast().x()).isCloseTo(140, within(0.01));
  }

  private void oneFingerDrawsAndAnotherComes() {
    touch(TouchEvent.TOUCH_PRESSED, 1);
    finger(MouseEvent.MOUSE_PRESSED, new Point(100, 100));
    finger(MouseEvent.MOUSE_DRAGGED, new Point(120, 130));
    touch(TouchEvent.TOUCH_PRESSED, 2);
    finger(MouseEvent.MOUSE_PRESSED, new Point(400, 400));
  }

  private List<Point> onlyStroke() {
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(viewModel.getDrawing().strokes()).hasSize(1);
    return viewModel.getDrawing().strokes().getFirst().points();
  }

  /// By character: where a bracket lies depends on the keyboard.
  private void type(String character) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            surface.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_TYPED,
                    character,
                    "",
                    KeyCode.UNDEFINED,
                    false,
                    false,
                    false,
                    false)));
  }

  private static void choose(FxRobot robot, String id, Color colour) {
    ColorPicker picker = robot.lookup(id).query();
    robot.interact(
        () -> {
          picker.setValue(colour);
          picker.fireEvent(new ActionEvent());
        });
  }

  private static Color colour(FxRobot robot, String id) {
    ColorPicker picker = robot.lookup(id).query();
    return picker.getValue();
  }

  private void moveTo(FxRobot robot, Point point) {
    robot.robotContext().getMouseRobot().move(surface.localToScreen(surface.onSurface(point)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void touch(EventType<TouchEvent> type, int fingers) {
    var points =
        IntStream.rangeClosed(1, fingers)
            .mapToObj(id -> new TouchPoint(id, TouchPoint.State.PRESSED, 0, 0, 0, 0, surface, null))
            .toList();
    surface.fireEvent(
        new TouchEvent(type, points.getLast(), points, 1, false, false, false, false));
  }

  private void finger(EventType<MouseEvent> type, Point point) {
    fire(type, point, false, true);
  }

  private void mouse(EventType<MouseEvent> type, Point point, boolean shift) {
    fire(type, point, shift, false);
  }

  private void fire(EventType<MouseEvent> type, Point point, boolean shift, boolean synthesized) {
    Point2D there = surface.localToScene(surface.onSurface(point));
    surface.fireEvent(
        new MouseEvent(
            surface,
            surface,
            type,
            there.getX(),
            there.getY(),
            0,
            0,
            MouseButton.PRIMARY,
            1,
            shift,
            false,
            false,
            false,
            true,
            false,
            false,
            synthesized,
            false,
            true,
            null));
  }
}
