package dev.inkling.app.draw;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a hand reaches for while it draws: pen or eraser, how broad, and one step back or forth.
public final class DrawingToolbar extends HBox {
  /// Feather has no eraser: this one keeps to its grid of 24 and its line of 2.
  private static final String ERASER =
      "M4.6 14.1 L13.6 5.1 a2 2 0 0 1 2.8 0 l3.9 3.9 a2 2 0 0 1 0 2.8 L11.5 20.5 H7.8 L4.6 17.3"
          + " a2.2 2.2 0 0 1 0 -3.2 Z M9.3 9.6 l6.4 6.4 M11.5 20.5 H20";

  private static final double PREVIEW = 30;

  private final DrawingViewModel viewModel;
  private final Texts texts;
  private final Button undo = button("undo", Feather.CORNER_UP_LEFT);
  private final Button redo = button("redo", Feather.CORNER_UP_RIGHT);
  private final Button clear = button("clear", Feather.TRASH_2);

  public DrawingToolbar(DrawingViewModel viewModel, Language language) {
    this.viewModel = viewModel;
    texts = language.of(DrawingToolbar.class);
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
            tools(),
            new Separator(Orientation.VERTICAL),
            brushWidth(),
            new Separator(Orientation.VERTICAL),
            undo,
            redo,
            clear);
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

  private Node tools() {
    var eraserIcon = new SVGPath();
    eraserIcon.setContent(ERASER);
    eraserIcon.getStyleClass().add("line-icon");
    ToggleButton pen = tool(Tool.PEN, new FontIcon(Feather.EDIT_2), Styles.LEFT_PILL);
    ToggleButton eraser = tool(Tool.ERASER, eraserIcon, Styles.RIGHT_PILL);
    var group = new ToggleGroup();
    group.getToggles().addAll(pen, eraser);
    show(viewModel.toolProperty().get(), group);
    viewModel.toolProperty().addListener((tool, before, now) -> show(now, group));
    group
        .selectedToggleProperty()
        .addListener(
            (selected, before, now) -> {
              if (now == null) {
                // A click on the chosen tool keeps it: no hand is empty.
                group.selectToggle(before);
              } else {
                viewModel.toolProperty().set((Tool) now.getUserData());
              }
            });
    return new HBox(pen, eraser);
  }

  private static void show(Tool tool, ToggleGroup group) {
    for (Toggle toggle : group.getToggles()) {
      toggle.setSelected(toggle.getUserData() == tool);
    }
  }

  private ToggleButton tool(Tool tool, Node icon, String style) {
    String name = tool.name().toLowerCase(Locale.ROOT);
    var button = new ToggleButton(null, icon);
    button.textProperty().bind(texts.bound("tool." + name));
    button.setId(name);
    button.setUserData(tool);
    button.getStyleClass().add(style);
    return button;
  }

  private Node brushWidth() {
    var dot = new Circle();
    dot.getStyleClass().add("brush-dot");
    // The broadest brush fills the preview; the dot shows the proportion, not the true size.
    dot.radiusProperty()
        .bind(
            viewModel
                .brushWidthProperty()
                .multiply(PREVIEW / 2 / DrawingViewModel.WIDEST_BRUSH)
                .add(1));
    var preview = new StackPane(dot);
    preview.setMinSize(PREVIEW + 2, PREVIEW + 2);

    var slider =
        new Slider(
            DrawingViewModel.NARROWEST_BRUSH,
            DrawingViewModel.WIDEST_BRUSH,
            DrawingViewModel.BRUSH_WIDTH);
    slider.setId("brush-width");
    slider.setBlockIncrement(4);
    texts.explain(slider, "brush.width");
    slider.getStyleClass().add(Styles.SMALL);
    slider.valueProperty().bindBidirectional(viewModel.brushWidthProperty());

    var number = new Label();
    number.getStyleClass().addAll(Styles.TEXT_SMALL, "brush-number");
    number.textProperty().bind(texts.bound("brush.pixels", viewModel.brushWidthProperty()));
    var box = new HBox(preview, slider, number);
    box.getStyleClass().add("brush-width");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static Button button(String id, Feather icon) {
    var button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return button;
  }
}
