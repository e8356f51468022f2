package dev.inkling.app.draw;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One tool is in the hand.
final class ToolButtons extends HBox {
  // Feather has none of these: they keep to its grid of 24 and its line of 2.
  private static final String BRUSH =
      "M10.5 13 L18.9 3.9 a1.6 1.6 0 0 1 2.3 2.3 L12 14.5"
          + " M8 13.5 a3.5 3.5 0 0 1 3.5 3.5 c0 3 -3.6 4.6 -8.5 4 c1.5 -1 1.6 -2.2 1.6 -4"
          + " A3.5 3.5 0 0 1 8 13.5 Z";
  private static final String MARKER =
      "M9 10.5 L4 15.5 V20 H8.5 L13.5 15 M14.8 4.2 L9 10 a1.4 1.4 0 0 0 0 2 l3 3 a1.4 1.4 0 0 0 2 0"
          + " L19.8 9.2 a1.4 1.4 0 0 0 0 -2 l-3 -3 a1.4 1.4 0 0 0 -2 0 Z M13 20 H20";
  private static final String ERASER =
      "M4.6 14.1 L13.6 5.1 a2 2 0 0 1 2.8 0 l3.9 3.9 a2 2 0 0 1 0 2.8 L11.5 20.5 H7.8 L4.6 17.3"
          + " a2.2 2.2 0 0 1 0 -3.2 Z M9.3 9.6 l6.4 6.4 M11.5 20.5 H20";

  private final Map<Tool, ToggleButton> buttons = new EnumMap<>(Tool.class);

  ToolButtons(DrawingViewModel viewModel, Texts texts) {
    getStyleClass().add("tool-buttons");
    var group = new ToggleGroup();
    for (Tool tool : Tool.values()) {
      String name = tool.name().toLowerCase(Locale.ROOT);
      var button = new ToggleButton(null, icon(tool));
      button.setId(name);
      button.setToggleGroup(group);
      button.setUserData(tool);
      button.getStyleClass().addAll(Styles.BUTTON_ICON, place(tool));
      texts.explain(button, "tool." + name);
      buttons.put(tool, button);
      getChildren().add(button);
    }
    viewModel.toolProperty().subscribe(tool -> button(tool).setSelected(true));
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
  }

  private ToggleButton button(Tool tool) {
    return Objects.requireNonNull(buttons.get(tool));
  }

  private static Node icon(Tool tool) {
    return switch (tool) {
      case PENCIL -> new FontIcon(Feather.EDIT_2);
      case BRUSH -> line(BRUSH);
      case MARKER -> line(MARKER);
      case ERASER -> line(ERASER);
    };
  }

  private static Node line(String path) {
    var icon = new SVGPath();
    icon.setContent(path);
    icon.getStyleClass().add("line-icon");
    // Scaled in the style sheet; its place in a button is that of the font icons.
    return new Group(icon);
  }

  private static String place(Tool tool) {
    return switch (tool) {
      case PENCIL -> Styles.LEFT_PILL;
      case BRUSH, MARKER -> Styles.CENTER_PILL;
      case ERASER -> Styles.RIGHT_PILL;
    };
  }
}
