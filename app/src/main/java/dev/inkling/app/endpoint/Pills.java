package dev.inkling.app.endpoint;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Three buttons in one, of which always one is chosen.
final class Pills<T> extends HBox {
  private static final List<String> PLACES =
      List.of(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);

  private final ToggleGroup group = new ToggleGroup();
  private final ObjectProperty<T> chosen;

  Pills(ObjectProperty<T> chosen) {
    this.chosen = chosen;
  }

  /// Adds the next of the three.
  ToggleButton add(String id, T value, ObservableValue<String> name) {
    var button = new ToggleButton();
    button.setId(id);
    button.textProperty().bind(name);
    button.getStyleClass().add(PLACES.get(getChildren().size()));
    button.setToggleGroup(group);
    button.setOnAction(
        event -> {
          // A click on the chosen one keeps it.
          button.setSelected(true);
          chosen.set(value);
        });
    chosen.subscribe(now -> button.setSelected(value.equals(now)));
    getChildren().add(button);
    return button;
  }
}
