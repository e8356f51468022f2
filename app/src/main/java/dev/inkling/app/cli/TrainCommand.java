package dev.inkling.app.cli;

import dev.inkling.app.experiments.Selection;
import dev.inkling.app.learn.Drawings;
import dev.inkling.model.data.DataHome;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.Networks;
import dev.inkling.model.network.RobustNetwork;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.training.FineTuning;
import dev.inkling.model.training.Hyperparameters;
import dev.inkling.model.training.Lesson;
import dev.inkling.model.training.Recipe;
import dev.inkling.model.training.RobustRecipe;
import dev.inkling.model.training.SeedRecipe;
import dev.inkling.model.training.TrainingCancelled;
import dev.inkling.model.training.TrainingProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `inkling train NETWORK`: makes a model from data, the same one from the same seed.
@Command(
    name = "train",
    description =
        "Trains a network from data, or goes on with one from your own drawings, and adds it to a folder of models as a new version.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ModelsOption models;

  @Parameters(
      paramLabel = "NETWORK",
      arity = "0..1",
      description = "Which network to begin anew: seed or robust.")
  private @Nullable String networkName;

  @Option(
      names = "--from",
      paramLabel = "MODEL",
      description = "Go on with the newest version of that model instead, from --drawings.")
  private @Nullable String from;

  @Option(
      names = "--drawings",
      paramLabel = "DB|PLACE",
      description =
          "What to learn from: a file of experiments (inkling.db), or labelled pictures as evaluate takes them.")
  private @Nullable Path drawings;

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
          "Passes over the training set (default: 10 for seed, 24 for robust, which adds a sixth at the end).")
  private @Nullable Integer epochs;

  @Option(
      names = "--lines",
      hidden = true,
      description = "Tells how it goes in lines of JSON, for the window.")
  private boolean lines;

  @Override
  public Integer call() {
    if ((networkName == null) == (from == null) || (from == null) != (drawings == null)) {
      throw usage(
          "Name a network to begin anew (seed or robust), or a model to go on with by --from, and its --drawings.");
    }
    if (epochs != null && epochs < 1) {
      throw usage("--epochs is at least 1.");
    }
    PrintWriter log = spec.commandLine().getErr();
    boolean resumes = true;
    try (var bar = TrainingBar.show(log)) {
      if (from != null && drawings != null) {
        Drawings found = Drawings.at(drawings, Selection.ALL);
        if (lines) {
          try (var told = new TrainingLines(spec.commandLine().getOut())) {
            told.onLesson(teach(from, drawings, found, told), found);
          }
        } else {
          print(teach(from, drawings, found, bar), found);
        }
      } else {
        Recipe recipe = recipe(String.valueOf(networkName));
        resumes = recipe.resumes();
        print(recipe.cook(home(log), ModelStore.into(out), bar));
      }
      return InklingCommand.DONE;
    } catch (TrainingCancelled stopped) {
      log.println(
          resumes
              ? "Stopped. The same command goes on after the last whole epoch."
              : "Stopped: nothing was written.");
      return InklingCommand.FAILED;
    }
  }

  private DataHome home(PrintWriter log) {
    return data != null
        ? DataHome.at(data)
        : DataHome.cache(address -> log.println("Fetching " + address));
  }

  private Lesson teach(String name, Path place, Drawings found, TrainingProgress progress) {
    ModelStore store = models.store();
    var tuning =
        new FineTuning(
            store.newest(name),
            found.readable(),
            chosen(Hyperparameters.ofTeaching(seed)),
            "inkling train --from %s --drawings %s --seed %d"
                .formatted(name, place.getFileName(), seed));
    return tuning.learn(store, ModelStore.into(out), progress);
  }

  private void print(Lesson lesson, Drawings found) {
    PrintWriter answer = spec.commandLine().getOut();
    answer.printf("%s is in %s%n", lesson.card().id(), out.resolve(lesson.card().id().toString()));
    new LessonTable(answer).print(lesson, found.damaged());
    answer.flush();
  }

  private Recipe recipe(String name) {
    Network network =
        Networks.named(name)
            .orElseThrow(
                () ->
                    usage(
                        "There is no network '%s': choose one of %s."
                            .formatted(name, Networks.ALL.stream().map(Network::name).toList())));
    String command = "inkling train %s --seed %d --epochs %d";
    return switch (network) {
      case RobustNetwork _ -> {
        Hyperparameters parameters = chosen(Hyperparameters.ofRobust(seed));
        yield new RobustRecipe(parameters, command.formatted(name, seed, parameters.epochs()));
      }
      default -> {
        Hyperparameters parameters = chosen(Hyperparameters.ofSeed(seed));
        yield new SeedRecipe(parameters, command.formatted(name, seed, parameters.epochs()));
      }
    };
  }

  private Hyperparameters chosen(Hyperparameters usual) {
    return epochs == null ? usual : usual.withEpochs(epochs);
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
