package dev.inkling.app.cli;

import dev.inkling.app.experiments.Entry;
import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.Reading;
import dev.inkling.app.experiments.exchange.Export;
import dev.inkling.app.experiments.exchange.Import;
import dev.inkling.model.InklingException;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.Prediction;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `inkling experiments`: what the window has recorded, in and out.
@Command(
    name = "experiments",
    description = "Lists, imports and exports recorded drawings.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ExperimentsCommand.ListThem.class,
      ExperimentsCommand.ImportThem.class,
      ExperimentsCommand.ExportThem.class
    })
final class ExperimentsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with the experiments: list, import or export.");
  }

  @Command(
      name = "list",
      description = "Prints a line an experiment, the latest first.",
      mixinStandardHelpOptions = true)
  static final class ListThem implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Spec private CommandSpec spec;
    @Mixin private StoreOption where;

    @Option(
        names = "--most",
        paramLabel = "N",
        defaultValue = "100",
        description = "As many at most (default: ${DEFAULT-VALUE}).")
    private int most;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (ExperimentStore store = where.open(spec.commandLine().getErr())) {
        for (Entry entry : store.list(where.selection(), 0, most)) {
          out.printf(
              "%d\t%s\t%s\t%s\t%s%n",
              entry.id(),
              TIME.format(entry.at().atZone(ZoneId.systemDefault())),
              entry.truth().isPresent() ? entry.truth().getAsInt() : "none",
              entry.person(),
              entry.readings().stream().map(ListThem::said).collect(Collectors.joining(", ")));
        }
        out.flush();
      }
      return InklingCommand.DONE;
    }

    private static String said(Reading reading) {
      return String.format(
          Locale.ROOT,
          "%s: %d (%.1f %%, %s)",
          reading.model(),
          reading.digit(),
          100 * reading.confidence(),
          reading.verdict().name().toLowerCase(Locale.ROOT));
    }
  }

  @Command(
      name = "import",
      description = "Keeps labelled pictures as experiments, read by every model.",
      mixinStandardHelpOptions = true)
  static final class ImportThem implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private StoreOption where;
    @Mixin private ModelsOption models;

    @Parameters(
        paramLabel = "PLACE",
        arity = "1..*",
        description =
            "What was exported; or labelled pictures as evaluate takes them: a folder or a zip, 7_anna.png, an IDX file.")
    private List<Path> places;

    @Override
    public Integer call() {
      PrintWriter log = spec.commandLine().getErr();
      int problems = 0;
      try (ExperimentStore store = where.open(log);
          var readers = Readers.of(models.store())) {
        var importer =
            new Import(store, readers::ask, Clock.systemUTC(), where.person().orElse(""));
        for (Path place : places) {
          Import.Done done = importer.from(place, part -> {});
          done.problems().forEach(log::println);
          problems += done.problems().size();
          spec.commandLine().getOut().printf("%,d kept from %s%n", done.kept(), place);
        }
      }
      return problems == 0 ? InklingCommand.DONE : InklingCommand.FAILED;
    }
  }

  @Command(
      name = "export",
      description =
          "Writes pictures with labels.tsv, experiments.json, experiments.csv and IDX files.",
      mixinStandardHelpOptions = true)
  static final class ExportThem implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private StoreOption where;

    @Parameters(
        paramLabel = "PLACE",
        description = "A name.zip, or a folder that is not there yet.")
    private Path place;

    @Override
    public Integer call() {
      try (ExperimentStore store = where.open(spec.commandLine().getErr())) {
        int count = new Export(store, where.selection()).to(place);
        spec.commandLine().getOut().printf("%,d experiments are in %s%n", count, place);
      }
      return InklingCommand.DONE;
    }
  }

  /// Every model's newest version.
  private record Readers(List<Classifier> classifiers) implements AutoCloseable {
    static Readers of(ModelStore store) {
      var classifiers = new ArrayList<Classifier>();
      store.names().forEach(name -> classifiers.add(store.load(name)));
      return new Readers(classifiers);
    }

    /// What a model can't read it says nothing of.
    List<Reading> ask(byte[] png) {
      var readings = new ArrayList<Reading>();
      for (Classifier classifier : classifiers) {
        try {
          Prediction said = classifier.predict(png);
          readings.add(
              new Reading(
                  said.model(),
                  said.digit(),
                  said.confidence(),
                  said.verdict(),
                  said.probabilities()));
        } catch (InklingException noInk) {
          // The picture and its truth are kept all the same.
        }
      }
      return readings;
    }

    @Override
    public void close() {
      classifiers.forEach(Classifier::close);
    }
  }
}
