package dev.inkling.app.experiments;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.InklingException;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Keeps what is on the paper as an experiment, once it is said what it is. The drawing is kept
/// before anybody is asked about it: a server that does not answer costs no experiment.
public final class RecordingViewModel {
  private final DrawingViewModel drawing;
  private final DrawingRenderer renderer;
  private final StoreAccess store;
  private final Inquiry inquiry;
  private final Background background;
  private final Clock clock;

  private final StringProperty person = new SimpleStringProperty("");
  private final ObjectProperty<Sentence> line = new SimpleObjectProperty<>(Sentence.NONE);
  private final ObjectProperty<Sentence> trouble = new SimpleObjectProperty<>(Sentence.NONE);
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  /// What has been kept.
  ///
  /// @param readings what the models said, as far as they could be asked
  public record Kept(long id, OptionalInt truth, List<Reading> readings) {}

  public RecordingViewModel(
      DrawingViewModel drawing,
      DrawingRenderer renderer,
      StoreAccess store,
      Inquiry inquiry,
      Background background,
      Clock clock) {
    this.drawing = drawing;
    this.renderer = renderer;
    this.store = store;
    this.inquiry = inquiry;
    this.background = background;
    this.clock = clock;
  }

  /// Who draws; empty if nobody says.
  public StringProperty personProperty() {
    return person;
  }

  /// What became of the last drawing.
  public ReadOnlyObjectProperty<Sentence> lineProperty() {
    return line;
  }

  /// What keeps drawings from being kept; [Sentence#NONE] while nothing does.
  public ReadOnlyObjectProperty<Sentence> troubleProperty() {
    return trouble;
  }

  /// Grows whenever there are other experiments than before.
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// Somebody has changed the experiments.
  public void changed() {
    changes.set(changes.get() + 1);
  }

  /// Keeps the drawing as one of that digit, and clears the paper for the next one.
  ///
  /// @param truth empty where it shows no digit
  public void record(OptionalInt truth) {
    boolean anything = record(truth, done -> done.ifPresent(kept -> line.set(inWords(kept))));
    if (!anything) {
      line.set(Sentence.of("record.blank"));
    }
  }

  /// As [#record(OptionalInt)].
  ///
  /// @param onDone is told once it is kept and the models have read it; empty if that failed
  /// @return whether there was anything to keep
  boolean record(OptionalInt truth, Consumer<Optional<Kept>> onDone) {
    drawing.penUp();
    if (drawing.blankProperty().get()) {
      return false;
    }
    Drawing drawn = drawing.getDrawing();
    String drawer = person.get();
    drawing.clear();
    new BackgroundTask<>(progress -> keep(drawn, truth, drawer))
        .onSuccess(
            kept -> {
              trouble.set(store.get().notice());
              changed();
              onDone.accept(Optional.of(kept));
            })
        .onFailure(
            failure -> {
              fail(failure);
              onDone.accept(Optional.empty());
            })
        .startOn(background);
    return true;
  }

  private Kept keep(Drawing drawn, OptionalInt truth, String drawer) throws InterruptedException {
    byte[] png = renderer.png(drawn);
    long id =
        store
            .get()
            .add(
                new Experiment(clock.instant(), drawer, truth, Optional.of(drawn), png, List.of()));
    List<Reading> readings = inquiry.ask(png);
    store.get().addReadings(id, readings);
    return new Kept(id, truth, readings);
  }

  private void fail(Throwable failure) {
    line.set(Sentence.of("record.failed"));
    trouble.set(
        failure instanceof InklingException known
            ? Sentence.verbatim(known.sentence())
            : Sentence.verbatim(String.valueOf(failure.getMessage())));
  }

  private static Sentence inWords(Kept kept) {
    return texts -> {
      String what =
          kept.truth().isPresent()
              ? texts.get("record.kept", kept.truth().getAsInt())
              : texts.get("record.kept.none");
      String said =
          kept.readings().stream()
              .map(reading -> said(reading).in(texts))
              .collect(Collectors.joining(", "));
      return Stream.of(what, said).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    };
  }

  /// One model's reading in a few words.
  static Sentence said(Reading reading) {
    return switch (reading.verdict()) {
      case NOT_A_DIGIT -> Sentence.of("said.none", reading.model().name());
      case UNSURE -> Sentence.of("said.unsure", reading.model().name(), reading.digit());
      case DIGIT -> Sentence.of("said", reading.model().name(), reading.digit());
    };
  }
}
