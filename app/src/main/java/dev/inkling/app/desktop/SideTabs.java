package dev.inkling.app.desktop;

import dev.inkling.app.compare.CompareView;
import dev.inkling.app.endpoint.EndpointView;
import dev.inkling.app.experiments.ExperimentsView;
import dev.inkling.app.predict.AnswerView;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// What there is to see beside the paper.
final class SideTabs extends TabPane {
  private final Texts texts;

  SideTabs(MainViewModel viewModel, Language language, Texts texts) {
    this.texts = texts;
    getTabs()
        .addAll(
            tab(
                "answer",
                new SimpleBooleanProperty(),
                () -> new AnswerView(viewModel.prediction(), language)),
            tab(
                "compare",
                viewModel.compare().showingProperty(),
                () -> new CompareView(viewModel.compare(), language)),
            tab(
                "experiments",
                viewModel.experiments().showingProperty(),
                () -> new ExperimentsView(viewModel.experiments(), language)),
            tab(
                "endpoint",
                viewModel.endpoint().showingProperty(),
                () -> new EndpointView(viewModel.endpoint(), language)));
    setId("side");
    getStyleClass().addAll(TabPane.STYLE_CLASS_FLOATING, "side");
    setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    accessibleTextProperty().bind(texts.bound("side"));
    remember(viewModel.sideTabProperty());
  }

  /// @param looked is told whether somebody looks
  /// @param content made when it is first looked at
  private Tab tab(String name, BooleanProperty looked, Supplier<Node> content) {
    var tab = new Tab();
    // First of all: the content is to find its view model looking.
    looked.bind(tab.selectedProperty());
    tab.setId("tab-" + name);
    tab.textProperty().bind(texts.bound("tab." + name));
    // Where the window is too low for it, nothing is cut off.
    var scroll = new ScrollPane();
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.accessibleTextProperty().bind(tab.textProperty());
    // Scrolling is rare, and bars glide at every frame: the copy that JavaFX keeps of all that is
    // seen would be painted anew each time.
    scroll
        .skinProperty()
        .subscribe(() -> scroll.lookupAll(".viewport").forEach(part -> part.setCache(false)));
    tab.setContent(scroll);
    looked.subscribe(
        now -> {
          if (now && scroll.getContent() == null) {
            scroll.setContent(content.get());
          }
        });
    return tab;
  }

  private void remember(StringProperty chosen) {
    getTabs().stream()
        .filter(tab -> tab.getId().equals(chosen.get()))
        .findFirst()
        .ifPresent(getSelectionModel()::select);
    getSelectionModel()
        .selectedItemProperty()
        .addListener((tab, before, now) -> chosen.set(now.getId()));
  }
}
