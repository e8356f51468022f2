package dev.inkling.app.desktop;

import atlantafx.base.theme.Styles;
import dev.inkling.app.desktop.Command.Place;
import dev.inkling.app.texts.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All keys, menu by menu in two columns, to be found at a glance.
final class ShortcutSheet extends HBox {
  /// Keys and the names of what they do; [dev.inkling.app.draw.DrawingKeys] and
  /// [dev.inkling.app.experiments.TruthKeys] listen to them.
  private static final String[][] LETTERS = {
    {"P", "pencil"},
    {"B", "brush"},
    {"M", "marker"},
    {"E", "eraser"},
    {"[", "narrower"},
    {"]", "broader"},
    {"X", "swap"},
    {"W", "white-on-black"},
    {"Shift", "straight"},
    {"0 – 9", "truth"},
    {"N", "no-digit"}
  };

  private final Texts texts;

  ShortcutSheet(Texts texts) {
    this.texts = texts;
    getStyleClass().add("shortcut-sheet");
    getChildren()
        .addAll(
            column(Place.FILE, Place.EDIT),
            column(Place.VIEW, Place.EXPERIMENTS, Place.HELP),
            letters());
  }

  /// What is typed while nothing else is being written.
  private Node letters() {
    var grid = new GridPane();
    grid.getStyleClass().add("shortcut-grid");
    for (String[] letter : LETTERS) {
      var key = new Label(letter[0]);
      key.getStyleClass().add("key");
      var name = new Label();
      name.textProperty().bind(texts.bound("letter." + letter[1]));
      grid.addRow(grid.getRowCount(), new HBox(key), name);
    }
    var column = new VBox(title("sheet.letters"), grid);
    column.getStyleClass().add("shortcut-column");
    return column;
  }

  private Label title(String key) {
    var title = new Label();
    title.textProperty().bind(texts.bound(key));
    title.getStyleClass().addAll(Styles.TEXT_BOLD, Styles.TEXT_MUTED);
    return title;
  }

  private Node column(Place... places) {
    var column = new VBox();
    column.getStyleClass().add("shortcut-column");
    for (Place place : places) {
      List<Command> commands =
          place.commands().stream().filter(command -> !command.keys().isEmpty()).toList();
      var grid = new GridPane();
      grid.getStyleClass().add("shortcut-grid");
      for (int row = 0; row < commands.size(); row++) {
        grid.addRow(row, keys(commands.get(row)), name(commands.get(row)));
      }
      column.getChildren().addAll(title("sheet." + place.id()), grid);
    }
    return column;
  }

  private Label name(Command command) {
    var name = new Label();
    name.textProperty().bind(texts.bound(command.id()));
    return name;
  }

  private static Node keys(Command command) {
    var keys = new HBox();
    keys.getStyleClass().add("keys");
    command.keys().stream()
        .map(KeyCombination::getDisplayText)
        .distinct() // the number pad has its own + and -
        .map(Label::new)
        .forEach(
            key -> {
              key.getStyleClass().add("key");
              keys.getChildren().add(key);
            });
    return keys;
  }
}
