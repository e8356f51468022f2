package dev.inkling.app.cli;

import dev.inkling.model.data.Mnist;
import dev.inkling.model.evaluation.EvaluationCancelled;
import dev.inkling.model.evaluation.NumberTable;
import dev.inkling.model.evaluation.report.NumberMarkdown;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelStore;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `inkling stress numbers`: how many numbers models read wholly right.
@Command(
    name = "numbers",
    description =
        "Measures how many numbers of two to six digits of MNIST's test set models read wholly right: spaced, close,"
            + " touching, on slanted baselines, in two lines.",
    mixinStandardHelpOptions = true)
final class StressNumbersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;
  @Mixin private NamedModels named;

  @Option(
      names = "--numbers",
      paramLabel = "N",
      defaultValue = "500",
      description = "How many numbers of each kind (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Equal seeds give equal numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--numbers is at least 1.");
    }
    PrintWriter log = spec.commandLine().getErr();
    var classifiers = new ArrayList<Classifier>();
    try (var ctrlC = CtrlC.watch()) {
      var digits = Mnist.shippedTest();
      ModelStore store = models.store();
      named.in(store).forEach(name -> classifiers.add(store.load(name)));
      var table = NumberTable.of(classifiers, digits, count, seed, ctrlC::isPressed);
      spec.commandLine().getOut().print(new NumberMarkdown(table));
      spec.commandLine().getOut().flush();
      return InklingCommand.DONE;
    } catch (EvaluationCancelled stopped) {
      log.println("Stopped: there are no figures.");
      return InklingCommand.FAILED;
    } finally {
      classifiers.forEach(Classifier::close);
    }
  }
}
