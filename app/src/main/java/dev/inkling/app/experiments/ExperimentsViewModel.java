package dev.inkling.app.experiments;

import dev.inkling.app.background.Background;
import dev.inkling.app.document.FileDialogs;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.learn.TeachViewModel;
import dev.inkling.app.server.Browser;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.serving.ModelCard;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Everything about experiments: recording them, looking through them, their figures, and what a
/// model can learn from them.
public final class ExperimentsViewModel {
  /// The parts of the tab.
  public enum Part {
    RECORD,
    LOOK,
    FIGURES,
    TEACH
  }

  private final RecordingViewModel recording;
  private final SessionViewModel session;
  private final GalleryViewModel gallery;
  private final FiguresViewModel figures;
  private final ExchangeViewModel exchange;
  private final TeachViewModel teaching;
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.RECORD);
  private final BooleanProperty showing = new SimpleBooleanProperty();

  /// @param cards of the models, for reports
  /// @param random in which order a session asks for digits
  public ExperimentsViewModel(
      DrawingViewModel drawing,
      DrawingRenderer renderer,
      StoreAccess store,
      Inquiry inquiry,
      TeachViewModel teaching,
      FileDialogs dialogs,
      Supplier<List<ModelCard>> cards,
      Browser browser,
      Background background,
      Clock clock,
      Random random) {
    this.teaching = teaching;
    recording = new RecordingViewModel(drawing, renderer, store, inquiry, background, clock);
    session = new SessionViewModel(recording, random);
    gallery = new GalleryViewModel(store, recording, background, ZoneId.systemDefault());
    figures = new FiguresViewModel(store, recording, background);
    exchange =
        new ExchangeViewModel(
            store, inquiry, recording, dialogs, cards, browser, background, clock);
    gallery.showingProperty().bind(showing.and(part.isEqualTo(Part.LOOK)));
    figures.showingProperty().bind(showing.and(part.isEqualTo(Part.FIGURES)));
    showing
        .and(part.isEqualTo(Part.TEACH))
        .subscribe(
            looks -> {
              if (looks) {
                teaching.look();
              }
            });
  }

  public RecordingViewModel recording() {
    return recording;
  }

  public SessionViewModel session() {
    return session;
  }

  public GalleryViewModel gallery() {
    return gallery;
  }

  public FiguresViewModel figures() {
    return figures;
  }

  public ExchangeViewModel exchange() {
    return exchange;
  }

  public TeachViewModel teaching() {
    return teaching;
  }

  /// Which part somebody looks at.
  public ObjectProperty<Part> partProperty() {
    return part;
  }

  /// Whether somebody looks at any of it.
  public BooleanProperty showingProperty() {
    return showing;
  }

  /// Shows the drawings in a cell of the confusion matrix.
  public void showConfused(int truth, int readAs) {
    figures
        .shownProperty()
        .get()
        .ifPresent(
            shown -> {
              gallery.showConfused(
                  shown.chosen().model(),
                  truth < 10 ? OptionalInt.of(truth) : OptionalInt.empty(),
                  readAs);
              part.set(Part.LOOK);
            });
  }
}
