package dev.inkling.app.cli;

import dev.inkling.model.data.DataHome;
import dev.inkling.model.training.Hyperparameters;
import dev.inkling.model.training.SegmentRecipe;
import dev.inkling.model.training.TrainingCancelled;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `inkling train-segments`: makes the network anew that tells the digits of a number from parts of
/// them. It is part of the program and no model, so only those who build Inkling need this.
@Command(
    name = "train-segments",
    description = "Makes the network anew that finds where the digits of a number end.",
    hidden = true,
    mixinStandardHelpOptions = true)
final class TrainSegmentsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder that has MNIST's four files.")
  private Path data;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "File to write.")
  private Path out;

  @Option(
      names = "--numbers",
      paramLabel = "N",
      defaultValue = "60000",
      description = "Numbers to write and cut up (default: ${DEFAULT-VALUE}).")
  private int numbers;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Equal seeds give equal networks (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    PrintWriter log = spec.commandLine().getErr();
    try (var bar = TrainingBar.show(log)) {
      new SegmentRecipe(Hyperparameters.ofSegments(seed), numbers)
          .cook(DataHome.at(data), out, bar);
      return InklingCommand.DONE;
    } catch (TrainingCancelled stopped) {
      log.println("Stopped: nothing was written.");
      return InklingCommand.FAILED;
    }
  }
}
