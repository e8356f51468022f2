package dev.inkling.app.cli;

import dev.inkling.model.data.DataHome;
import dev.inkling.model.data.Mnist;
import dev.inkling.model.data.PenDigits;
import dev.inkling.model.evaluation.EvaluationCancelled;
import dev.inkling.model.evaluation.StressDigits;
import dev.inkling.model.evaluation.StressTable;
import dev.inkling.model.evaluation.report.StressReport;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `inkling stress`: what models still read after one thing at a time has happened to clean digits.
@Command(
    name = "stress",
    description = {
      "Measures what models still read when clean digits are moved, turned, drawn with other pens, on other paper,"
          + " in other light, or damaged: one thing at a time, more and more of it.",
      "The digits are drawn by lot from MNIST's test set and from the pen digits."
    },
    mixinStandardHelpOptions = true,
    subcommands = StressNumbersCommand.class)
final class StressCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;
  @Mixin private NamedModels named;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that has the pen digits (default: fetched once, and kept).")
  private @Nullable Path data;

  @Option(
      names = "--digits",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many digits of each of the two sets (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Equal seeds give equal pictures (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the table (stress.md) and a plot (stress.svg) to this folder.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--digits is at least 1.");
    }
    PrintWriter log = spec.commandLine().getErr();
    var home =
        data != null ? DataHome.at(data) : DataHome.cache(from -> log.println("Fetching " + from));
    var classifiers = new ArrayList<Classifier>();
    try (var ctrlC = CtrlC.watch()) {
      var digits = StressDigits.of(Mnist.shippedTest(), PenDigits.read(home), count, seed);
      load(classifiers);
      var report = new StressReport(measured(classifiers, digits, ctrlC), command());
      spec.commandLine().getOut().print(report.markdown());
      spec.commandLine().getOut().flush();
      if (out != null) {
        report.write(out);
      }
      return InklingCommand.DONE;
    } catch (EvaluationCancelled stopped) {
      log.println("Stopped: there are no figures.");
      return InklingCommand.FAILED;
    } catch (IOException refused) {
      log.println(
          "inkling: The table could not be written to %s (%s): name another folder with --out."
              .formatted(out, refused));
      return InklingCommand.FAILED;
    } finally {
      classifiers.forEach(Classifier::close);
    }
  }

  private void load(List<Classifier> classifiers) {
    ModelStore store = models.store();
    named.in(store).forEach(name -> classifiers.add(store.load(name)));
  }

  private static StressTable measured(
      List<Classifier> classifiers, StressDigits digits, CtrlC ctrlC) {
    try (var bar = FileProgress.over(StressTable.rows(digits))) {
      return StressTable.of(
          classifiers,
          digits,
          new StressTable.Progress() {
            @Override
            public void onRow() {
              bar.step();
            }

            @Override
            public boolean isCancelled() {
              return ctrlC.isPressed();
            }
          });
    }
  }

  /// Without the folders, which are of no use to anybody else.
  private String command() {
    String asked = named.typed();
    return "inkling stress%s --digits %d --seed %d".formatted(asked, count, seed);
  }
}
