package dev.inkling.app.desktop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCombination;

/// Everything that the window can be told to do, in the order of its menus. The menus, the
/// keys, the tooltips and the sheet of shortcuts are made of this table, so none can say other
/// than the rest.
///
/// A new one takes a line here, its name as `command.…` in the bundle, and a line in
/// [MainWindow] that says what it does. `Shortcut` is Ctrl, and Cmd on macOS.
enum Command {
  // File
  OPEN(Place.FILE, "Shortcut+O"),
  SAVE(Place.FILE, "Shortcut+S"),
  QUIT(Place.FILE, "Shortcut+Q"),

  // Edit
  UNDO(Place.EDIT, "Shortcut+Z"),
  REDO(Place.EDIT, "Shortcut+Shift+Z", "Shortcut+Y"),
  COPY(Place.EDIT, "Shortcut+C"),
  PASTE(Place.EDIT, "Shortcut+V"),
  CLEAR(Place.EDIT, "Delete", "Backspace"),

  // View
  TEXT_LARGER(Place.VIEW, "Shortcut+Plus", "Shortcut+Equals", "Shortcut+Add"),
  TEXT_SMALLER(Place.VIEW, "Shortcut+Minus", "Shortcut+Subtract"),
  TEXT_NORMAL(Place.VIEW, "Shortcut+0"),
  ANSWER(Place.VIEW, "Esc"),
  DEBUG(Place.VIEW, "Shortcut+Shift+D"),

  // Experiments
  REPORT(Place.EXPERIMENTS, "Shortcut+R"),
  EXPORT_EXPERIMENTS(Place.EXPERIMENTS, "Shortcut+E"),
  IMPORT_EXPERIMENTS(Place.EXPERIMENTS, "Shortcut+I"),

  // Help
  EXAMPLE(Place.HELP, "F2"),
  SHORTCUTS(Place.HELP, "F1"),
  ABOUT(Place.HELP);

  /// The menu in which it stands.
  enum Place {
    FILE,
    EDIT,
    VIEW,
    EXPERIMENTS,
    HELP;

    /// As its texts and nodes call it.
    String id() {
      return "menu." + name().toLowerCase(Locale.ROOT);
    }

    List<Command> commands() {
      return Arrays.stream(Command.values()).filter(command -> command.place == this).toList();
    }
  }

  private final Place place;
  private final List<KeyCombination> keys;

  Command(Place place, String... keys) {
    this.place = place;
    this.keys = Arrays.stream(keys).map(KeyCombination::keyCombination).toList();
  }

  /// As its texts and nodes call it, such as `command.text-larger`.
  String id() {
    return "command." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// All that do it; the first is the one to tell people.
  List<KeyCombination> keys() {
    return keys;
  }
}
