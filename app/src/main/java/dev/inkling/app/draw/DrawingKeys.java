package dev.inkling.app.draw;

import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// The keys of MS Paint's successors: a letter takes a tool, brackets change its size. They go by
/// what is typed and not by where the key is, since a German keyboard has its brackets on AltGr.
public final class DrawingKeys {
  private final Map<String, Runnable> actions;

  private DrawingKeys(DrawingViewModel viewModel) {
    actions =
        Map.of(
            "p",
            () -> viewModel.toolProperty().set(Tool.PENCIL),
            "b",
            () -> viewModel.toolProperty().set(Tool.BRUSH),
            "m",
            () -> viewModel.toolProperty().set(Tool.MARKER),
            "e",
            () -> viewModel.toolProperty().set(Tool.ERASER),
            "x",
            viewModel::swapColours,
            "w",
            viewModel::whiteOnBlack,
            "[",
            viewModel::narrower,
            "]",
            viewModel::broader);
  }

  /// Lets the scene listen to them, but for where somebody writes.
  public static void listen(Scene scene, DrawingViewModel viewModel) {
    var keys = new DrawingKeys(viewModel);
    scene.addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
  }

  private void typed(KeyEvent event) {
    // A letter with Ctrl is another command; a bracket with AltGr is a bracket.
    boolean command = event.isShortcutDown() && !event.getCharacter().matches("[\\[\\]]");
    if (!command && !(event.getTarget() instanceof TextInputControl)) {
      actions.getOrDefault(event.getCharacter().toLowerCase(Locale.ROOT), () -> {}).run();
    }
  }
}
