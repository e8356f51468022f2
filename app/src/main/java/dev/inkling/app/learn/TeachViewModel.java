package dev.inkling.app.learn;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.InklingException;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.training.Lesson.Comparison;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A model learns from the experiments, and a person decides what becomes of what it has learned.
/// Nothing answers that was not chosen to.
public final class TeachViewModel {
  private final Teacher teacher;
  private final LearnedModels learned;
  private final Path models;
  private final Background background;
  private final LongSupplier nanoTime;

  private record Found(List<String> names, boolean answers) {}

  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final StringProperty model = new SimpleStringProperty("robust");
  private final ReadOnlyBooleanWrapper learning = new ReadOnlyBooleanWrapper();
  private final DoubleProperty part = new SimpleDoubleProperty();
  private final ObservableList<TeachingLine.Step> steps = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Duration>> left =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<TeachingLine.Taught>> taught =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Sentence> line = new SimpleObjectProperty<>(Sentence.NONE);
  private final BooleanProperty canGoBack = new SimpleBooleanProperty();
  private Optional<BackgroundTask<TeachingLine.Taught>> task = Optional.empty();
  private long start;

  /// @param models the folder of the models that were shipped
  /// @param nanoTime as [System#nanoTime]
  public TeachViewModel(
      Teacher teacher,
      LearnedModels learned,
      Path models,
      Background background,
      LongSupplier nanoTime) {
    this.teacher = teacher;
    this.learned = learned;
    this.models = models;
    this.background = background;
    this.nanoTime = nanoTime;
    model.addListener(change -> look());
  }

  /// The names of the models that can learn.
  public ObservableList<String> names() {
    return names;
  }

  /// The name of the model that learns.
  public StringProperty modelProperty() {
    return model;
  }

  /// Whether it learns just now.
  public ReadOnlyBooleanProperty learningProperty() {
    return learning.getReadOnlyProperty();
  }

  /// The part that is done, 0 to 1.
  public ReadOnlyDoubleProperty partProperty() {
    return part;
  }

  /// How loss and accuracy went so far.
  public ObservableList<TeachingLine.Step> steps() {
    return steps;
  }

  /// How long it will take, as far as that can be told.
  public ReadOnlyObjectProperty<Optional<Duration>> leftProperty() {
    return left;
  }

  /// What it has learned, until somebody has decided about it.
  public ReadOnlyObjectProperty<Optional<TeachingLine.Taught>> taughtProperty() {
    return taught;
  }

  /// What there is to say.
  public ReadOnlyObjectProperty<Sentence> lineProperty() {
    return line;
  }

  /// Whether a version that was learned answers, so that the one before can be had back.
  public BooleanProperty canGoBackProperty() {
    return canGoBack;
  }

  /// Finds out what has been learned before.
  public void look() {
    String name = model.get();
    inBackground(
        () -> new Found(learned.teachable(models), learned.used(name).isPresent()), this::show);
  }

  private void show(Found found) {
    canGoBack.set(found.answers);
    if (!names.equals(found.names)) {
      names.setAll(found.names);
    }
  }

  /// Begins to learn, or goes on where it was stopped.
  public void teach() {
    steps.clear();
    part.set(0);
    left.set(Optional.empty());
    taught.set(Optional.empty());
    line.set(Sentence.of("teach.begins"));
    learning.set(true);
    start = nanoTime.getAsLong();
    String name = model.get();
    task =
        Optional.of(
            new BackgroundTask<>(
                    progress ->
                        teacher.teach(name, step -> background.screen().execute(() -> take(step))))
                .onSuccess(this::finish)
                .onFailure(this::fail)
                .startOn(background));
  }

  /// Stops; what has been learned so far is not lost.
  public void cancel() {
    task.ifPresent(BackgroundTask::cancel);
    task = Optional.empty();
    learning.set(false);
    left.set(Optional.empty());
    line.set(Sentence.of("teach.stopped"));
  }

  /// Lets the new version answer from now on.
  public void use() {
    decide(
        id -> {
          learned.use(id);
          return Sentence.of("teach.used", id);
        });
  }

  /// Keeps the new version under another name.
  public void keepBeside() {
    ModelStore all = learned.with(models);
    decide(id -> Sentence.of("teach.kept", learned.keepBeside(id, all).name()));
  }

  /// Throws the new version away.
  public void discard() {
    decide(
        id -> {
          learned.discard(id);
          return Sentence.of("teach.discarded");
        });
  }

  /// The version before answers again.
  public void goBack() {
    String name = model.get();
    inBackground(
        () -> {
          learned.goBack(name);
          return Sentence.of("teach.back", name);
        },
        said -> {
          line.set(said);
          look();
        });
  }

  private void take(TeachingLine.Step step) {
    if (!learning.get()) {
      return;
    }
    line.set(Sentence.NONE);
    steps.add(step);
    part.set(step.part());
    double nanos = (nanoTime.getAsLong() - start) * (1 - step.part()) / step.part();
    left.set(Optional.of(Duration.ofNanos((long) nanos)));
  }

  private void finish(TeachingLine.Taught result) {
    learning.set(false);
    left.set(Optional.empty());
    part.set(1);
    taught.set(Optional.of(result));
    line.set(verdict(result));
  }

  /// In plain words: what it was for first.
  private static Sentence verdict(TeachingLine.Taught result) {
    if (result.forgot()) {
      return Sentence.of("teach.forgot");
    }
    if (!result.heldOut()) {
      return Sentence.of("teach.untested");
    }
    Comparison own = result.comparisons().getFirst();
    Accuracy before = own.before();
    Accuracy after = own.after();
    String key =
        after.right() > before.right()
            ? "teach.better"
            : after.right() < before.right() ? "teach.worse" : "teach.same";
    return Sentence.of(key, before.right(), after.right(), after.total());
  }

  private void fail(Throwable failure) {
    learning.set(false);
    left.set(Optional.empty());
    line.set(Sentence.of("teach.failed", words(failure)));
  }

  @FunctionalInterface
  private interface Decision {
    Sentence about(ModelId candidate);
  }

  private void decide(Decision decision) {
    taught
        .get()
        .ifPresent(
            result -> {
              taught.set(Optional.empty());
              inBackground(
                  () -> decision.about(result.model()),
                  said -> {
                    line.set(said);
                    look();
                  });
            });
  }

  private <T> void inBackground(Supplier<T> work, Consumer<T> told) {
    new BackgroundTask<>(progress -> work.get())
        .onSuccess(told)
        .onFailure(failure -> line.set(Sentence.of("teach.failed", words(failure))))
        .startOn(background);
  }

  private static String words(Throwable failure) {
    return failure instanceof InklingException known
        ? known.sentence()
        : String.valueOf(failure.getMessage());
  }
}
