package dev.inkling.app.experiments;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import dev.inkling.app.background.LatestWins;
import dev.inkling.app.experiments.Selection.Said;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.InklingException;
import dev.inkling.model.serving.ModelId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The experiments to look through: some of them at a time, narrowed down by what was meant, what
/// was said, and who drew them.
public final class GalleryViewModel {
  /// As many as fill a large window, and a page's time in the store.
  static final int PAGE = 60;

  /// Pictures that were looked at a moment ago; some 5 KB each.
  private static final int REMEMBERED = 600;

  /// What a page looks like.
  private record Page(
      int all,
      List<Entry> entries,
      List<String> people,
      List<LocalDate> days,
      List<ModelId> models) {}

  private record Question(Selection selection, int most) {}

  private final StoreAccess store;
  private final RecordingViewModel recording;
  private final Background background;
  private final ZoneId zone;
  private final LatestWins<Question, Page> loading;
  private final Map<Long, byte[]> pictures =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final BooleanProperty showing = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<ModelId>> model =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<OptionalInt>> truth =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Integer>> said =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<String>> person =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty wrong = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<Sureness>> sureness =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<LocalDate>> day =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ObservableList<String> people = FXCollections.observableArrayList();
  private final ObservableList<LocalDate> days = FXCollections.observableArrayList();
  private final ObservableList<ModelId> models = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper all = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Optional<Entry>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Entry>> deleted =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Sentence> trouble = new SimpleObjectProperty<>(Sentence.NONE);
  private int most = PAGE;

  /// @param zone whose days
  GalleryViewModel(
      StoreAccess store, RecordingViewModel recording, Background background, ZoneId zone) {
    this.store = store;
    this.zone = zone;
    this.recording = recording;
    this.background = background;
    loading =
        new LatestWins<>(
            background,
            this::load,
            (question, page) -> show(page),
            (question, failure) -> fail(failure));
    for (ObjectProperty<?> filter : List.of(model, truth, said, person, sureness, day)) {
      filter.addListener(change -> refresh());
    }
    wrong.addListener(change -> refresh());
    showing.addListener(change -> refresh());
    recording.changesProperty().addListener(change -> refresh());
  }

  /// Whether somebody looks.
  public BooleanProperty showingProperty() {
    return showing;
  }

  /// Whose answers count; the first there is if none was chosen.
  public ObjectProperty<Optional<ModelId>> modelProperty() {
    return model;
  }

  /// What was meant; all if empty.
  public ObjectProperty<Optional<OptionalInt>> truthProperty() {
    return truth;
  }

  /// What the model said; all if empty.
  public ObjectProperty<Optional<Integer>> saidProperty() {
    return said;
  }

  /// Who drew; all if empty.
  public ObjectProperty<Optional<String>> personProperty() {
    return person;
  }

  /// Whether only what the model read wrong is shown.
  public BooleanProperty wrongProperty() {
    return wrong;
  }

  /// How sure the model was; all if empty.
  public ObjectProperty<Optional<Sureness>> surenessProperty() {
    return sureness;
  }

  /// On which day it was drawn, as days are where the program runs; all if empty.
  public ObjectProperty<Optional<LocalDate>> dayProperty() {
    return day;
  }

  /// Those on show, the latest first.
  public ObservableList<Entry> entries() {
    return entries;
  }

  /// Who has drawn anything.
  public ObservableList<String> people() {
    return people;
  }

  /// On which days anything was drawn, the latest first.
  public ObservableList<LocalDate> days() {
    return days;
  }

  /// Which models have read anything.
  public ObservableList<ModelId> models() {
    return models;
  }

  /// How many there are of the kind chosen.
  public ReadOnlyIntegerProperty allProperty() {
    return all.getReadOnlyProperty();
  }

  /// The one that somebody looks at.
  public ObjectProperty<Optional<Entry>> chosenProperty() {
    return chosen;
  }

  /// The one that was deleted last and can be had back.
  public ReadOnlyObjectProperty<Optional<Entry>> deletedProperty() {
    return deleted;
  }

  /// What keeps experiments from being shown.
  public ReadOnlyObjectProperty<Sentence> troubleProperty() {
    return trouble;
  }

  /// Whose answers count.
  public Optional<ModelId> judge() {
    return model.get().or(() -> models.stream().findFirst());
  }

  /// Shows those that were meant as one digit and read as another, and nothing else.
  public void showConfused(ModelId by, OptionalInt meant, int readAs) {
    person.set(Optional.empty());
    wrong.set(false);
    sureness.set(Optional.empty());
    day.set(Optional.empty());
    model.set(Optional.of(by));
    truth.set(Optional.of(meant));
    said.set(Optional.of(readAs));
  }

  /// Shows the next page too.
  public void more() {
    most += PAGE;
    ask();
  }

  /// Tells the picture of an experiment, once it is there.
  public void picture(long id, Consumer<byte[]> listener) {
    byte[] known = pictures.get(id);
    if (known != null) {
      listener.accept(known);
      return;
    }
    new BackgroundTask<>(progress -> store.get().find(id).map(Experiment::png))
        .onSuccess(
            found ->
                found.ifPresent(
                    png -> {
                      pictures.put(id, png);
                      listener.accept(png);
                    }))
        .onFailure(this::fail)
        .startOn(background);
  }

  /// Says what was meant by the chosen one.
  public void correct(OptionalInt meant) {
    change(entry -> opened -> opened.correct(entry.id(), meant));
  }

  /// Takes the chosen one away.
  public void delete() {
    deleted.set(chosen.get());
    change(entry -> opened -> opened.delete(List.of(entry.id())));
    chosen.set(Optional.empty());
  }

  /// Has the one back that was deleted last.
  public void restore() {
    chosen.set(deleted.get());
    deleted.set(Optional.empty());
    change(entry -> opened -> opened.restore(List.of(entry.id())));
  }

  private void change(Function<Entry, Consumer<ExperimentStore>> change) {
    chosen
        .get()
        .ifPresent(
            entry ->
                new BackgroundTask<>(
                        progress -> {
                          change.apply(entry).accept(store.get());
                          return entry;
                        })
                    .onSuccess(done -> recording.changed())
                    .onFailure(this::fail)
                    .startOn(background));
  }

  private void refresh() {
    most = PAGE;
    ask();
  }

  private void ask() {
    if (showing.get()) {
      loading.ask(new Question(selection(), most));
    }
  }

  private Selection selection() {
    boolean asksModel = said.get().isPresent() || wrong.get() || sureness.get().isPresent();
    Optional<Said> what =
        asksModel
            ? judge()
                .map(
                    by ->
                        Said.anything(by)
                            .withDigit(said.get())
                            .withWrong(wrong.get())
                            .withSureness(
                                sureness.get().map(Sureness::least).orElse(0.0),
                                sureness.get().map(Sureness::most).orElse(1.0)))
            : Optional.empty();
    return Selection.ALL
        .withPerson(person.get())
        .withTruth(truth.get())
        .withTime(day.get().map(this::startOf), day.get().map(date -> startOf(date.plusDays(1))))
        .withSaid(what);
  }

  private Instant startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  private Page load(Question question) {
    ExperimentStore opened = store.get();
    return new Page(
        opened.count(question.selection),
        opened.list(question.selection, 0, question.most),
        opened.people(),
        opened.days(zone),
        opened.models());
  }

  private void show(Page page) {
    trouble.set(Sentence.NONE);
    if (!people.equals(page.people)) {
      people.setAll(page.people);
    }
    if (!days.equals(page.days)) {
      days.setAll(page.days);
    }
    if (!models.equals(page.models)) {
      models.setAll(page.models);
      // Whose answers count is only known now.
      ask();
    }
    all.set(page.all);
    entries.setAll(page.entries);
    chosen.set(
        chosen
            .get()
            .flatMap(
                before -> entries.stream().filter(entry -> entry.id() == before.id()).findFirst()));
  }

  private void fail(Throwable failure) {
    trouble.set(
        Sentence.verbatim(
            failure instanceof InklingException known
                ? known.sentence()
                : String.valueOf(failure.getMessage())));
  }
}
