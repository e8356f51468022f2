package dev.inkling.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.Background;
import dev.inkling.app.draw.DrawingSurface;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.texts.Language;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.TestPictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What is dragged takes the same way in; the headless screen knows no dragging between programs.
@ExtendWith(ApplicationExtension.class)
final class PictureExchangeTest {
  private static final Point MIDDLE = new Point(280, 280);

  private final DrawingRenderer renderer = new DrawingRenderer();
  private final DrawingViewModel drawing = new DrawingViewModel();
  private final Language language = new Language();
  private final DocumentViewModel document =
      new DocumentViewModel(
          drawing,
          renderer,
          new ScriptedDialogs(),
          WholeFile.MOVED_INTO_PLACE,
          new Background(Runnable::run, Runnable::run),
          language);
  private final PictureExchange exchange = new PictureExchange(document);

  @Start
  void open(Stage stage) {
    stage.setScene(
        new Scene(
            new VBox(new DrawingSurface(drawing, renderer, language), new DocumentLine(document)),
            600,
            640));
    // The stage is the one of the test before.
    stage.sizeToScene();
    stage.show();
  }

  @BeforeEach
  void emptyTheClipboard() {
    onScreen(() -> Clipboard.getSystemClipboard().clear());
  }

  @Test
  void whatIsCopiedCanBePastedAndDrawnOver(FxRobot robot) {
    onScreen(
        () -> {
          drawing.whiteOnBlack();
          drawing.penDown(MIDDLE);
          drawing.penUp();
          exchange.copy();
          assertThat(Clipboard.getSystemClipboard().hasImage()).isTrue();
          drawing.whiteOnBlack();
          drawing.clear();
          exchange.paste();
        });
    assertThat(drawing.getDrawing().backdrop()).isPresent();
    assertThat(drawing.getDrawing().paper()).isEqualTo(Ink.BLACK);
    assertThat(renderer.render(drawing.getDrawing()).getRGB(280, 280)).isEqualTo(0xFFFFFFFF);

    robot.clickOn("#surface");
    assertThat(drawing.getDrawing().strokes()).hasSize(1);
  }

  @Test
  void aPictureFileInTheClipboardIsOpened(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("red.png"), TestPictures.blank(30, 30, 0xFFFF0000));
    onScreen(
        () -> {
          var content = new ClipboardContent();
          content.putFiles(List.of(file.toFile()));
          Clipboard.getSystemClipboard().setContent(content);
          exchange.paste();
        });
    assertThat(drawing.getDrawing().paper()).isEqualTo(new Ink(0xFF0000));
  }

  @Test
  void aClipboardWithoutAPictureIsOneLine(FxRobot robot) {
    onScreen(exchange::paste);
    assertThat(robot.lookup("#document-line").queryLabeled().getText())
        .isEqualTo("There is no picture in the clipboard: copy one, then paste it here.");
    onScreen(
        () -> {
          var content = new ClipboardContent();
          content.putString("Dear Ada");
          Clipboard.getSystemClipboard().setContent(content);
          exchange.paste();
        });
    assertThat(drawing.getDrawing().isBlank()).isTrue();
    robot.clickOn("#surface");
    assertThat(robot.lookup("#document-line").query().isVisible()).isFalse();
  }

  @Test
  void aPastedImageKeepsItsColours() {
    onScreen(
        () -> {
          var content = new ClipboardContent();
          byte[] blue = TestPictures.blank(50, 50, 0xFF2040C0);
          content.putImage(new Image(new ByteArrayInputStream(blue)));
          Clipboard.getSystemClipboard().setContent(content);
          exchange.paste();
        });
    assertThat(renderer.render(drawing.getDrawing()).getRGB(280, 280)).isEqualTo(0xFF2040C0);
  }

  private static void onScreen(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
