package dev.inkling.app.draw;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a hand reaches for while it draws: a tool, its colours and size, and one step back or
/// forth.
public final class DrawingToolbar extends HBox {
  private final Button undo = button("undo", Feather.CORNER_UP_LEFT);
  private final Button redo = button("redo", Feather.CORNER_UP_RIGHT);
  private final Button clear = button("clear", Feather.TRASH_2);

  public DrawingToolbar(DrawingViewModel viewModel, Language language) {
    Texts texts = language.of(DrawingToolbar.class);
    getStyleClass().add("drawing-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    undo.setOnAction(event -> viewModel.undo());
    redo.setOnAction(event -> viewModel.redo());
    clear.setOnAction(event -> viewModel.clear());
    undo.disableProperty().bind(viewModel.canUndoProperty().not());
    redo.disableProperty().bind(viewModel.canRedoProperty().not());
    clear.disableProperty().bind(viewModel.blankProperty());
    getChildren()
        .addAll(
            new ToolButtons(viewModel, texts),
            new BrushSize(viewModel, texts),
            new Separator(Orientation.VERTICAL),
            new ColourChoice(viewModel, texts),
            new Separator(Orientation.VERTICAL),
            new HBox(undo, redo, clear));
  }

  /// For the window to add the keys that do the same.
  public Button undo() {
    return undo;
  }

  public Button redo() {
    return redo;
  }

  public Button clear() {
    return clear;
  }

  private static Button button(String id, Feather icon) {
    var button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return button;
  }
}
