package dev.inkling.app.desktop;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

/// The keys that do something in the window. `Shortcut` is Ctrl, and Cmd on macOS.
enum Shortcut {
  OPEN("Shortcut+O"),
  SAVE("Shortcut+S"),
  COPY("Shortcut+C"),
  PASTE("Shortcut+V"),
  UNDO("Shortcut+Z"),
  REDO("Shortcut+Shift+Z"),
  REDO_AS_ON_WINDOWS("Shortcut+Y"),
  CLEAR("Delete"),
  CLEAR_WITHOUT_DELETE_KEY("Backspace"),
  QUIT("Shortcut+Q"),
  DEBUG("Shortcut+Shift+D");

  private final KeyCombination keys;

  Shortcut(String keys) {
    this.keys = KeyCombination.keyCombination(keys);
  }

  KeyCombination keys() {
    return keys;
  }

  /// Lets the control say what it does and by which keys it is done as well.
  void explain(Control control, ObservableValue<String> what) {
    var tooltip = new Tooltip();
    tooltip.textProperty().bind(Bindings.concat(what, "  ", keys.getDisplayText()));
    control.setTooltip(tooltip);
    control.accessibleTextProperty().bind(what);
  }
}
