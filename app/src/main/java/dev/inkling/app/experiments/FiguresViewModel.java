package dev.inkling.app.experiments;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.LatestWins;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.InklingException;
import dev.inkling.model.serving.ModelId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How well the models do in all experiments: one of them in detail, and against the others.
public final class FiguresViewModel {

  /// What there is to see.
  ///
  /// @param chosen the model in detail
  /// @param others the others' figures, to compare with
  public record Shown(Figures chosen, List<Figures> others) {}

  private record Loaded(List<Entry> entries, List<ModelId> models) {}

  private final LatestWins<StoreAccess, Loaded> loading;
  private final StoreAccess store;
  private final BooleanProperty showing = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<ModelId>> model =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<List<ModelId>> models = new SimpleObjectProperty<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Sentence> trouble = new SimpleObjectProperty<>(Sentence.NONE);
  private Loaded loaded = new Loaded(List.of(), List.of());

  FiguresViewModel(StoreAccess store, RecordingViewModel recording, Background background) {
    this.store = store;
    loading =
        new LatestWins<>(
            background,
            FiguresViewModel::load,
            (asked, now) -> take(now),
            (asked, failure) -> fail(failure));
    showing.addListener(change -> refresh());
    recording.changesProperty().addListener(change -> refresh());
    model.addListener(change -> show());
  }

  /// Whether somebody looks.
  public BooleanProperty showingProperty() {
    return showing;
  }

  /// The model in detail; the first there is if none was chosen.
  public ObjectProperty<Optional<ModelId>> modelProperty() {
    return model;
  }

  /// Which models have read anything.
  public ReadOnlyObjectProperty<List<ModelId>> modelsProperty() {
    return models;
  }

  /// The figures; empty as long as there are none.
  public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// What keeps figures from being shown.
  public ReadOnlyObjectProperty<Sentence> troubleProperty() {
    return trouble;
  }

  private void refresh() {
    if (showing.get()) {
      loading.ask(store);
    }
  }

  private static Loaded load(StoreAccess store) {
    ExperimentStore opened = store.get();
    return new Loaded(opened.list(Selection.ALL, 0, Integer.MAX_VALUE), opened.models());
  }

  private void take(Loaded now) {
    trouble.set(Sentence.NONE);
    loaded = now;
    models.set(now.models);
    show();
  }

  private void show() {
    Optional<ModelId> chosen =
        model.get().filter(loaded.models::contains).or(() -> loaded.models.stream().findFirst());
    shown.set(
        chosen.map(
            of ->
                new Shown(
                    new Figures(of, loaded.entries),
                    loaded.models.stream()
                        .filter(other -> !other.equals(of))
                        .map(other -> new Figures(other, loaded.entries))
                        .toList())));
  }

  private void fail(Throwable failure) {
    trouble.set(
        Sentence.verbatim(
            failure instanceof InklingException known
                ? known.sentence()
                : String.valueOf(failure.getMessage())));
  }
}
