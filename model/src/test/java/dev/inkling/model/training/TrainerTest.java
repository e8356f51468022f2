package dev.inkling.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.data.Samples;
import dev.inkling.model.data.TestData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final Samples SAMPLES = TestData.mnistTest().part(0, 3000);

  @Test
  void equalSeedsGiveEqualWeightsToTheLastBit() {
    Map<String, float[]> once = train(1).weights();
    Map<String, float[]> again = train(1).weights();

    assertThat(again.keySet()).isEqualTo(once.keySet());
    once.forEach((name, values) -> assertThat(again.get(name)).isEqualTo(values));
  }

  @Test
  void anotherSeedGivesOtherWeights() {
    assertThat(train(2).weights().get("dense_1.kernel"))
        .isNotEqualTo(train(1).weights().get("dense_1.kernel"));
  }

  @Test
  void itLearnsAndSaysHowItGoes() {
    var epochs = new ArrayList<EpochFigures>();
    var watcher =
        new Watcher() {
          @Override
          public void onEpoch(EpochFigures figures) {
            epochs.add(figures);
          }
        };

    TrainedNetwork trained = new SeedRecipe(parameters(3, 1), "test").train(SAMPLES, watcher);

    assertThat(epochs).isEqualTo(trained.history()).hasSize(3);
    assertThat(epochs.getLast().loss()).isLessThan(epochs.getFirst().loss());
    assertThat(epochs.getLast().accuracy()).isGreaterThan(0.8);
    assertThat(epochs.getLast().validationAccuracy()).isGreaterThan(0.8);
  }

  @Test
  void everySampleCountsOnceAnEpoch() {
    List<Integer> steps = new ArrayList<>();
    var watcher =
        new Watcher() {
          @Override
          public void onStep(int epoch, int step, int all, double loss, double accuracy) {
            steps.add(step);
            assertThat(all).isEqualTo(79);
            assertThat(loss).isPositive().isFinite();
          }
        };

    new SeedRecipe(parameters(1, 1), "test").train(SAMPLES, watcher);

    assertThat(steps).hasSize(79).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void whenToldToStopItStopsAtOnce() {
    var watcher =
        new Watcher() {
          private int steps;

          @Override
          public void onStep(int epoch, int step, int all, double loss, double accuracy) {
            steps++;
          }

          @Override
          public boolean isCancelled() {
            return steps == 5;
          }
        };

    assertThatExceptionOfType(TrainingCancelled.class)
        .isThrownBy(() -> new SeedRecipe(parameters(1, 1), "test").train(SAMPLES, watcher));
    assertThat(watcher.steps).isEqualTo(5);
  }

  private static Hyperparameters parameters(int epochs, long seed) {
    return new Hyperparameters(epochs, 32, Schedule.constant(1e-3), 0, 0, 0, 1, 500, seed);
  }

  private static TrainedNetwork train(long seed) {
    return new SeedRecipe(parameters(1, seed), "test").train(SAMPLES, new Watcher());
  }

  /// Watches and says nothing.
  private static class Watcher implements TrainingProgress {
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
