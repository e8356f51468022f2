package dev.inkling.app.cli;

import dev.inkling.model.data.LabelledPictures;
import dev.inkling.model.data.Mnist;
import dev.inkling.model.evaluation.Evaluation;
import dev.inkling.model.evaluation.EvaluationCancelled;
import dev.inkling.model.evaluation.EvaluationProgress;
import dev.inkling.model.evaluation.Scorecard;
import dev.inkling.model.evaluation.report.Report;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `inkling evaluate`: how well models read pictures whose truth is known.
@Command(
    name = "evaluate",
    description = "Measures how well models read labelled pictures.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  /// Instead of a path; a folder of that name is `./mnist`.
  private static final String MNIST = "mnist";

  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;
  @Mixin private NamedModels named;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR|FILE|mnist",
      description = {
        "Labelled pictures: a folder with a folder a digit (0 to 9, and none for what is no digit), with a"
            + " labels.tsv (columns path and label), with names such as 7_anna.png, or with MNIST's test files;"
            + " a .tsv file; an IDX file of images; or mnist, whose test set Inkling has."
      })
  private Path data;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write the figures with plots and a gallery of the errors to this file.")
  private @Nullable Path report;

  @Option(
      names = "--dark-on-light",
      description = "Turn the pictures of IDX files over, which are light ink on black.")
  private boolean darkOnLight;

  @Override
  public Integer call() {
    PrintWriter log = spec.commandLine().getErr();
    if (report != null && !Files.isDirectory(folderOf(report))) {
      // Better before the work than after it.
      throw new ParameterException(
          spec.commandLine(), "There is no folder %s for --report.".formatted(folderOf(report)));
    }
    try (var ctrlC = CtrlC.watch()) {
      LabelledPictures pictures = pictures();
      List<Scorecard> cards = ask(pictures, ctrlC);
      new ScorecardTable(spec.commandLine().getOut()).print(pictures, cards);
      if (report != null) {
        new Report(pictures, cards, command()).page().write(report);
      }
      return InklingCommand.DONE;
    } catch (EvaluationCancelled stopped) {
      log.println("Stopped: there are no figures.");
      return InklingCommand.FAILED;
    } catch (IOException refused) {
      log.println(
          "inkling: The report could not be written to %s (%s): name another file with --report."
              .formatted(report, refused));
      return InklingCommand.FAILED;
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  /// As it was typed, so that whoever has the pictures too can type it again.
  private String command() {
    return "inkling "
        + spec.root().commandLine().getParseResult().originalArgs().stream()
            .map(word -> word.matches("[-\\w./,:=]+") ? word : "'" + word + "'")
            .collect(Collectors.joining(" "));
  }

  private LabelledPictures pictures() {
    return data.equals(Path.of(MNIST))
        ? Mnist.shippedTestPictures(darkOnLight)
        : LabelledPictures.at(data, darkOnLight);
  }

  private List<Scorecard> ask(LabelledPictures pictures, CtrlC ctrlC) {
    ModelStore store = models.store();
    List<String> asked = named.in(store);
    var cards = new ArrayList<Scorecard>();
    try (var bar = FileProgress.over(asked.size() * pictures.pictures().size())) {
      for (String name : asked) {
        try (Classifier classifier = store.load(name)) {
          cards.add(Evaluation.of(classifier, pictures, watching(bar, ctrlC)));
        }
      }
    }
    return cards;
  }

  private static EvaluationProgress watching(FileProgress bar, CtrlC ctrlC) {
    return new EvaluationProgress() {
      @Override
      public void onPicture() {
        bar.step();
      }

      @Override
      public boolean isCancelled() {
        return ctrlC.isPressed();
      }
    };
  }
}
