package dev.inkling.app.cli;

import dev.inkling.model.data.DataHome;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.Networks;
import dev.inkling.model.network.RobustNetwork;
import dev.inkling.model.network.SeedNetwork;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.training.Hyperparameters;
import dev.inkling.model.training.Recipe;
import dev.inkling.model.training.RobustRecipe;
import dev.inkling.model.training.SeedRecipe;
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

  @Parameters(paramLabel = "NETWORK", description = "Which network: seed or robust.")
  private String networkName;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder that has MNIST's four files, and for robust the pen digits (default: fetched once, and kept).")
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
      description =
          "Passes over the training set (default: 10 for seed, 13 for robust, which adds a third at the end).")
  private @Nullable Integer epochs;

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
    if (epochs != null && epochs < 1) {
      throw usage("--epochs is at least 1.");
    }
    PrintWriter log = spec.commandLine().getErr();
    var home =
        data != null ? DataHome.at(data) : DataHome.cache(from -> log.println("Fetching " + from));
    Hyperparameters parameters = parameters(network);
    Recipe recipe = recipe(network, parameters);
    try (var bar = TrainingBar.show(log)) {
      ModelCard card = recipe.cook(home, ModelStore.open(out), bar);
      print(card);
      return InklingCommand.DONE;
    } catch (TrainingCancelled stopped) {
      log.println(
          recipe.resumes()
              ? "Stopped. The same command goes on after the last whole epoch."
              : "Stopped: nothing was written.");
      return InklingCommand.FAILED;
    }
  }

  private Hyperparameters parameters(Network network) {
    Hyperparameters usual =
        switch (network) {
          case SeedNetwork _ -> Hyperparameters.ofSeed(seed);
          case RobustNetwork _ -> Hyperparameters.ofRobust(seed);
        };
    return epochs == null ? usual : usual.withEpochs(epochs);
  }

  private Recipe recipe(Network network, Hyperparameters parameters) {
    String command =
        "inkling train %s --seed %d --epochs %d".formatted(networkName, seed, parameters.epochs());
    return switch (network) {
      case SeedNetwork _ -> new SeedRecipe(parameters, command);
      case RobustNetwork _ -> new RobustRecipe(parameters, command);
    };
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

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
