package dev.inkling.app.endpoint;

import dev.inkling.app.controls.Pills;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The endpoint behind the window, in three parts: how to call it, who has called, where it is.
public final class EndpointView extends VBox {
  private final Texts texts;
  private final ObjectProperty<String> part = new SimpleObjectProperty<>("call");
  private final Pills<String> chooser = new Pills<>(part);
  private final StackPane place = new StackPane();

  public EndpointView(EndpointViewModel viewModel, Language language) {
    texts = language.of(EndpointView.class);
    getStyleClass().addAll("card", "endpoint");
    VBox.setVgrow(place, Priority.ALWAYS);
    add("call", new CallView(viewModel, texts));
    add("visitors", new VisitorsView(viewModel.visitors(), texts));
    add("server", new ServerView(viewModel.switches(), viewModel.server(), texts));
    getChildren().addAll(chooser, place);
  }

  private void add(String name, Node node) {
    chooser.add("part-" + name, name, texts.bound("part." + name));
    node.visibleProperty().bind(part.isEqualTo(name));
    node.managedProperty().bind(node.visibleProperty());
    place.getChildren().add(node);
  }
}
