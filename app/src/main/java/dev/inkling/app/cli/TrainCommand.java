package dev.inkling.app.cli;

import dev.inkling.model.data.DataHome;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.Networks;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.training.Hyperparameters;
import dev.inkling.model.training.Recipe;
import dev.inkling.model.training.TrainingCancelled;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `inkling train NETWORK`: makes a model from data, the same one from the same seed.
@Command(
    name = "train",
    description = "Trains a network and adds it to a folder of models as a new version.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NETWORK", description = "Which network: seed.")
  private String networkName;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that has MNIST's four files (default: fetched once, and kept).")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "models",
      description = "Folder of models that gets the new version (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Equal seeds give equal models (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "10",
      description = "Passes over the training set (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Override
  public Integer call() {
    Network network =
        Networks.named(networkName)
            .orElseThrow(
                () ->
                    usage(
                        "There is no network '%s': choose one of %s."
                            .formatted(
                                networkName, Networks.ALL.stream().map(Network::name).toList())));
    if (epochs < 1) {
      throw usage("--epochs is at least 1.");
    }
    PrintWriter log = spec.commandLine().getErr();
    var home =
        data != null ? DataHome.at(data) : DataHome.cache(from -> log.println("Fetching " + from));
    var recipe = Recipe.ofSeed(network, Hyperparameters.ofSeed(seed).withEpochs(epochs), command());
    try (var bar = TrainingBar.show(epochs, log)) {
      ModelCard card = recipe.cook(home, ModelStore.open(out), bar);
      print(card);
      return InklingCommand.DONE;
    } catch (TrainingCancelled stopped) {
      log.println("Stopped: nothing was written.");
      return InklingCommand.FAILED;
    }
  }

  private void print(ModelCard card) {
    PrintWriter answer = spec.commandLine().getOut();
    answer.printf("%s is in %s%n", card.id(), out.resolve(card.id().toString()));
    card.figures()
        .forEach(
            figure ->
                answer.printf(
                    Locale.ROOT, "%.2f %% right: %s%n", 100 * figure.accuracy(), figure.on()));
    answer.flush();
  }

  /// Without the folders, which are of no use to anybody else.
  private String command() {
    return "inkling train %s --seed %d --epochs %d".formatted(networkName, seed, epochs);
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
