package dev.inkling.app.cli;

import dev.inkling.app.document.DataFolder;
import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.Selection;
import dev.inkling.app.texts.Language;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the experiments are: `--db`, else where the window keeps them; and which of them.
final class StoreOption {
  @Option(
      names = "--db",
      paramLabel = "FILE",
      description = "File of experiments (default: where the window keeps them).")
  private @Nullable Path file;

  @Option(names = "--person", paramLabel = "NAME", description = "Only what that person drew.")
  private @Nullable String person;

  /// @param log takes what there is to say about the file
  ExperimentStore open(PrintWriter log) {
    Path place = file != null ? file : DataFolder.ofThisUser().resolve(ExperimentStore.NAME);
    ExperimentStore store = ExperimentStore.open(place, Clock.systemUTC());
    String notice = store.notice().in(new Language().of(ExperimentStore.class));
    if (!notice.isEmpty()) {
      log.println(notice);
    }
    return store;
  }

  Selection selection() {
    return Selection.ALL.withPerson(person());
  }

  Optional<String> person() {
    return Optional.ofNullable(person);
  }
}
