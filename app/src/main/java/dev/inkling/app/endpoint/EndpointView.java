package dev.inkling.app.endpoint;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The endpoint behind the window, in three parts: how to call it, who has called, where it is.
public final class EndpointView extends VBox {
  private static final List<String> PLACES =
      List.of(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);

  public EndpointView(EndpointViewModel viewModel, Language language) {
    Texts texts = language.of(EndpointView.class);
    getStyleClass().addAll("card", "endpoint");
    Map<String, Node> parts = new LinkedHashMap<>();
    parts.put("call", new CallView(viewModel, texts));
    parts.put("visitors", new VisitorsView(viewModel.visitors(), texts));
    parts.put("server", new ServerView(viewModel, texts));
    var group = new ToggleGroup();
    var chooser = new HBox();
    var place = new StackPane();
    VBox.setVgrow(place, Priority.ALWAYS);
    parts.forEach(
        (name, part) -> {
          var button = new ToggleButton();
          button.setId("part-" + name);
          button.textProperty().bind(texts.bound("part." + name));
          button.getStyleClass().add(PLACES.get(chooser.getChildren().size()));
          button.setToggleGroup(group);
          // A click on the chosen one keeps it.
          button.setOnAction(event -> button.setSelected(true));
          part.visibleProperty().bind(button.selectedProperty());
          part.managedProperty().bind(button.selectedProperty());
          chooser.getChildren().add(button);
          place.getChildren().add(part);
        });
    group.getToggles().getFirst().setSelected(true);
    getChildren().addAll(chooser, place);
  }
}
