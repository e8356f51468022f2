package dev.inkling.app.desktop;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A sheet that is laid over the window to be read: a title, what it says, and a way to close it.
final class Sheet extends VBox {
  private final Button close = new Button(null, new FontIcon(Feather.X));

  Sheet(
      String id,
      ObservableValue<String> title,
      Node content,
      ObservableValue<String> closeWords,
      Runnable onClose) {
    setId(id);
    getStyleClass().addAll("card", "sheet");
    // As large as what it says, and never larger than the window.
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var heading = new Label();
    heading.textProperty().bind(title);
    heading.getStyleClass().add(Styles.TITLE_3);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    close.setId("close-sheet");
    close.accessibleTextProperty().bind(closeWords);
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    close.setOnAction(event -> onClose.run());
    var top = new HBox(heading, gap, close);
    top.setAlignment(Pos.CENTER_LEFT);
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.accessibleTextProperty().bind(title);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(top, scroll);
  }

  /// Takes the keyboard, so that Escape arrives here.
  void takeFocus() {
    close.requestFocus();
  }
}
