package dev.inkling.app.experiments;

import dev.inkling.app.controls.Pills;
import dev.inkling.app.experiments.ExperimentsViewModel.Part;
import dev.inkling.app.learn.TeachView;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Experiments in four parts: to record them, to look through them, their figures, and what a model
/// can learn from them. Each part is made when it is first looked at.
public final class ExperimentsView extends VBox {
  private final ExperimentsViewModel viewModel;
  private final Texts texts;
  private final Pills<Part> chooser;
  private final StackPane place = new StackPane();

  public ExperimentsView(ExperimentsViewModel viewModel, Language language) {
    this.viewModel = viewModel;
    texts = language.of(ExperimentsView.class);
    chooser = new Pills<>(viewModel.partProperty());
    getStyleClass().addAll("card", "experiments");
    VBox.setVgrow(place, Priority.ALWAYS);
    add(Part.RECORD, () -> new RecordView(viewModel, texts));
    add(Part.LOOK, () -> new GalleryView(viewModel.gallery(), texts));
    add(Part.FIGURES, () -> new FiguresView(viewModel, texts));
    add(Part.TEACH, () -> new TeachView(viewModel.teaching(), language));
    getChildren().addAll(chooser, place);
  }

  private void add(Part part, Supplier<Node> maker) {
    String name = part.name().toLowerCase(Locale.ROOT);
    chooser.add("part-" + name, part, texts.bound("part." + name));
    var holder = new StackPane();
    holder
        .visibleProperty()
        .bind(viewModel.showingProperty().and(viewModel.partProperty().isEqualTo(part)));
    holder.managedProperty().bind(holder.visibleProperty());
    holder
        .visibleProperty()
        .subscribe(
            visible -> {
              if (visible && holder.getChildren().isEmpty()) {
                holder.getChildren().add(maker.get());
              }
            });
    place.getChildren().add(holder);
  }
}
