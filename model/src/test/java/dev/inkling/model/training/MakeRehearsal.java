package dev.inkling.model.training;

import dev.inkling.model.data.DataHome;
import dev.inkling.model.data.RehearsalSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the rehearsal set that ships: `MakeRehearsal DATA
/// model/src/main/resources/…/rehearsal.bin.gz`, where DATA is a folder with MNIST and the pen
/// digits.
final class MakeRehearsal {
  private static final long SEED = 1;

  private MakeRehearsal() {}

  public static void main(String[] arguments) throws IOException {
    RehearsalSet set =
        RehearsalChoice.from(DataHome.at(Path.of(arguments[0])), SEED, new UnwatchedTraining());
    try (var out = Files.newOutputStream(Path.of(arguments[1]))) {
      set.write(out);
    }
  }

  private static final class UnwatchedTraining implements TrainingProgress {
    @Override
    public void onStep(int epoch, int step, int steps, double loss, double accuracy) {}

    @Override
    public void onEpoch(EpochFigures figures) {}

    @Override
    public boolean isCancelled() {
      return false;
    }
  }
}
