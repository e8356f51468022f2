package dev.inkling.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.Background;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.draw.Tool;
import dev.inkling.app.settings.Preferences;
import dev.inkling.app.texts.Language;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Ink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PenInHandTest {
  private static final Ink RED = new Ink(0xC02040);

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("window.properties");
  }

  @Test
  void thePenIsAsItWasLaidDown() {
    var drawing = new DrawingViewModel();
    Preferences preferences = remembered(drawing);
    drawing.brushWidthProperty().set(33);
    drawing.toolProperty().set(Tool.ERASER);
    drawing.brushWidthProperty().set(61);
    drawing.toolProperty().set(Tool.PENCIL);
    drawing.brushWidthProperty().set(9);
    drawing.inkProperty().set(RED);
    preferences.close();

    var next = new DrawingViewModel();
    remembered(next);

    assertThat(next.toolProperty().get()).isEqualTo(Tool.PENCIL);
    assertThat(next.brushWidthProperty().get()).isEqualTo(9);
    assertThat(next.inkProperty().get()).isEqualTo(RED);
    next.toolProperty().set(Tool.ERASER);
    assertThat(next.brushWidthProperty().get()).isEqualTo(61);
    next.toolProperty().set(Tool.BRUSH);
    assertThat(next.brushWidthProperty().get()).isEqualTo(33);
  }

  @Test
  void inkThatWouldNotShowIsNotTaken() {
    var onBlack = new DrawingViewModel(Drawing.blank(560, 560, Ink.BLACK));
    Preferences preferences = remembered(onBlack);
    onBlack.inkProperty().set(RED);
    onBlack.inkProperty().set(Ink.WHITE);
    preferences.close();

    var onWhite = new DrawingViewModel();
    remembered(onWhite);

    assertThat(onWhite.inkProperty().get()).isEqualTo(Ink.BLACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ink = red", "ink = 1000000", "ink = -1", "ink =", "brush.width = 3000"})
  void whatMakesNoSenseIsAsIfItWereNotThere(String line) throws IOException {
    Files.writeString(file, line);
    var drawing = new DrawingViewModel();

    remembered(drawing);

    assertThat(drawing.inkProperty().get()).isEqualTo(Ink.BLACK);
    assertThat(drawing.brushWidthProperty().get())
        .isEqualTo(new DrawingViewModel().brushWidthProperty().get());
  }

  private Preferences remembered(DrawingViewModel drawing) {
    var preferences =
        new Preferences(
            file, new Background(Runnable::run, Runnable::run), write -> {}, new Language());
    PenInHand.remember(drawing, preferences);
    return preferences;
  }
}
