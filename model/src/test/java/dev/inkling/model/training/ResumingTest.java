package dev.inkling.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.data.Samples;
import dev.inkling.model.data.TestData;
import dev.inkling.model.network.RobustNetwork;
import dev.inkling.model.training.AugmentedBatches.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumingTest {
  private static final RobustNetwork NETWORK = new RobustNetwork();
  private static final Samples SAMPLES = TestData.mnistTest().part(0, 192);
  private static final Samples VALIDATION = TestData.mnistTest().part(192, 256);
  private static final Hyperparameters PARAMETERS =
      new Hyperparameters(3, 32, new Schedule(1e-3, 0.5, 1e-4), 0.05, 0.03, 0.99, 0.5, 64, 7);

  @TempDir private Path folder;

  @Test
  void aRunThatWasStoppedEndsAsIfItHadNotBeen() {
    Path checkpoint = folder.resolve("run.checkpoint");
    TrainedNetwork atOnce = train(Optional.empty(), new UntilEpoch(4));

    assertThatExceptionOfType(TrainingCancelled.class)
        .isThrownBy(() -> train(Optional.of(checkpoint), new UntilEpoch(2)));
    TrainedNetwork resumed = train(Optional.of(checkpoint), new UntilEpoch(4));

    assertThat(resumed.history()).isEqualTo(atOnce.history()).hasSize(3);
    atOnce
        .weights()
        .forEach((name, values) -> assertThat(resumed.weights().get(name)).isEqualTo(values));
  }

  @Test
  void aCheckpointComesBackAsItWasWritten() throws IOException {
    Path file = folder.resolve("deep/run.checkpoint");
    var written =
        new Checkpoint(
            Map.of("a", new float[] {1, -2.5f}),
            Map.of("b", new float[] {3}),
            Map.of(),
            17,
            Map.of("c", new float[0]),
            List.of(new EpochFigures(1, 0.5, 0.25, 0.125)));

    written.write(file);
    Checkpoint read = Checkpoint.read(file).orElseThrow();

    assertThat(read).usingRecursiveComparison().isEqualTo(written);
  }

  @Test
  void aDamagedCheckpointIsNone() throws IOException {
    Path file = folder.resolve("run.checkpoint");
    Files.write(file, new byte[] {0, 0, 0, 9, 0});

    assertThat(Checkpoint.read(file)).isEmpty();
    assertThat(Checkpoint.read(folder.resolve("nothing"))).isEmpty();
  }

  private static TrainedNetwork train(Optional<Path> checkpoint, TrainingProgress progress) {
    return new Trainer(NETWORK, PARAMETERS, 1, checkpoint)
        .train(
            NETWORK.startValues(new Random(PARAMETERS.seed())),
            new AugmentedBatches(List.of(new Pool(SAMPLES, 128)), PARAMETERS),
            VALIDATION,
            progress);
  }

  /// Lets training go on until an epoch has begun.
  private static final class UntilEpoch implements TrainingProgress {
    private final int last;
    private int now;

    UntilEpoch(int last) {
      this.last = last;
    }

    @Override
    public void onStep(int epoch, int step, int steps, double loss, double accuracy) {
      now = epoch;
    }

    @Override
    public void onEpoch(EpochFigures figures) {}

    @Override
    public boolean isCancelled() {
      return now == last;
    }
  }
}
