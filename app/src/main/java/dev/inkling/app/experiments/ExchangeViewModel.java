package dev.inkling.app.experiments;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import dev.inkling.app.document.FileDialogs;
import dev.inkling.app.experiments.exchange.Export;
import dev.inkling.app.experiments.exchange.Import;
import dev.inkling.app.experiments.report.ExperimentReport;
import dev.inkling.app.server.Browser;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.InklingException;
import dev.inkling.model.serving.ModelCard;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Experiments that come from files and go into files, and the report.
public final class ExchangeViewModel {
  private final StoreAccess store;
  private final Inquiry inquiry;
  private final RecordingViewModel recording;
  private final FileDialogs dialogs;
  private final Supplier<List<ModelCard>> cards;
  private final Browser browser;
  private final Background background;
  private final Clock clock;
  private final ObjectProperty<Sentence> line = new SimpleObjectProperty<>(Sentence.NONE);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  ExchangeViewModel(
      StoreAccess store,
      Inquiry inquiry,
      RecordingViewModel recording,
      FileDialogs dialogs,
      Supplier<List<ModelCard>> cards,
      Browser browser,
      Background background,
      Clock clock) {
    this.store = store;
    this.inquiry = inquiry;
    this.recording = recording;
    this.dialogs = dialogs;
    this.cards = cards;
    this.browser = browser;
    this.background = background;
    this.clock = clock;
  }

  /// What became of the last file.
  public ReadOnlyObjectProperty<Sentence> lineProperty() {
    return line;
  }

  /// Whether a file is just being read or written.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Asks for a file, and keeps what is in it.
  public void importThem() {
    dialogs.openExperiments().ifPresent(this::importFrom);
  }

  /// Keeps what is there.
  public void importFrom(Path place) {
    String person = recording.personProperty().get();
    inBackground(
        new BackgroundTask<>(
                progress ->
                    new Import(store.get(), this::read, clock, person).from(place, progress))
            .onSuccess(
                done -> {
                  recording.changed();
                  end(
                      done.problems().isEmpty()
                          ? Sentence.of("imported", done.kept())
                          : Sentence.of(
                              "imported.some",
                              done.kept(),
                              done.problems().size(),
                              done.problems().getFirst()));
                }));
  }

  private List<Reading> read(byte[] png) {
    try {
      return inquiry.ask(png);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /// Asks for a place, and writes all experiments there.
  public void exportThem() {
    dialogs.saveExperiments().ifPresent(this::exportTo);
  }

  /// Writes all experiments there.
  public void exportTo(Path place) {
    inBackground(
        new BackgroundTask<>(progress -> new Export(store.get(), Selection.ALL).to(place))
            .onSuccess(count -> end(Sentence.of("exported", count, place.getFileName()))));
  }

  /// Asks for a place, writes the experiments up, and shows the report.
  public void report() {
    dialogs.saveReport().ifPresent(this::reportTo);
  }

  /// Writes the experiments up, and shows the report.
  public void reportTo(Path file) {
    inBackground(
        new BackgroundTask<>(
                progress -> {
                  new ExperimentReport(
                          store.get(), Selection.ALL, cards.get(), ZoneId.systemDefault())
                      .page()
                      .write(file);
                  return file;
                })
            .onSuccess(
                written -> {
                  end(Sentence.of("reported", written.getFileName()));
                  // Where there is no browser the file is there all the same, and said to be.
                  browser.open(written.toUri()).exceptionally(none -> null);
                }));
  }

  private void inBackground(BackgroundTask<?> task) {
    busy.set(true);
    line.set(Sentence.of("exchange.busy"));
    task.onFailure(this::fail).startOn(background);
  }

  private void end(Sentence sentence) {
    busy.set(false);
    line.set(sentence);
  }

  private void fail(Throwable failure) {
    end(
        failure instanceof InklingException known
            ? Sentence.verbatim(known.sentence())
            : Sentence.of("exchange.failed", String.valueOf(failure.getMessage())));
  }
}
