package dev.inkling.app.controls;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Some buttons in one, of which always one is chosen.
///
/// @param <T> what is chosen
public final class Pills<T> extends HBox {
  private final ToggleGroup group = new ToggleGroup();
  private final ObjectProperty<T> chosen;

  public Pills(ObjectProperty<T> chosen) {
    this.chosen = chosen;
    setAlignment(Pos.CENTER_LEFT); // beside what is higher
  }

  /// Adds the next one.
  public ToggleButton add(String id, T value, ObservableValue<String> name) {
    var button = new ToggleButton();
    button.setId(id);
    button.textProperty().bind(name);
    button.setToggleGroup(group);
    button.setOnAction(
        event -> {
          // A click on the chosen one keeps it.
          button.setSelected(true);
          chosen.set(value);
        });
    chosen.subscribe(now -> button.setSelected(value.equals(now)));
    getChildren().add(button);
    getChildren().forEach(this::shape);
    return button;
  }

  private void shape(Node button) {
    int place = getChildren().indexOf(button);
    button.getStyleClass().removeAll(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
    button
        .getStyleClass()
        .add(
            place == 0
                ? Styles.LEFT_PILL
                : place < getChildren().size() - 1 ? Styles.CENTER_PILL : Styles.RIGHT_PILL);
  }
}
