package dev.inkling.app.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.TestExperiments;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real process, with the small network.
class TeachingProcessTest {
  @TempDir private Path folder;
  private Path experiments;
  private Path candidates;
  private TeachingProcess process;

  @BeforeEach
  void record() {
    experiments = folder.resolve("inkling.db");
    candidates = folder.resolve("candidates");
    try (ExperimentStore store = ExperimentStore.open(experiments, Clock.systemUTC())) {
      for (int digit = 0; digit < 10; digit++) {
        store.add(TestExperiments.by("Ada", digit, digit, digit));
      }
    }
    process = new TeachingProcess(experiments, ShippedModels.FOLDER, candidates);
  }

  /// As when the power goes: there is no version, and the next time goes on.
  @Test
  void aProcessThatIsKilledLeavesNoVersionAndGoesOnNextTime()
      throws IOException, InterruptedException {
    var halfway = new CountDownLatch(1);
    Thread killer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    halfway.await();
                  } catch (InterruptedException stopped) {
                    return;
                  }
                  ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
                });
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                process.teach(
                    "seed",
                    step -> {
                      if (step.part() > 0.4) {
                        halfway.countDown();
                      }
                    }))
        .withMessageContaining("ended");
    killer.join();
    assertThat(ModelStore.open(candidates).names()).isEmpty();

    var parts = new ArrayList<Double>();
    TeachingLine.Taught taught = process.teach("seed", step -> parts.add(step.part()));
    assertThat(parts).isSorted().hasSizeGreaterThan(30);
    assertThat(parts.getFirst()).as("not from the beginning").isGreaterThan(0.1);
    assertThat(parts.getLast()).isEqualTo(1);
    assertThat(taught.model()).isEqualTo(new ModelId("seed", 1001));
    assertThat(taught.comparisons()).hasSize(3);
    assertThat(ModelStore.open(candidates).newest()).containsExactly(taught.model());
    try (Stream<Path> left = Files.list(candidates)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("seed");
    }
  }

  @Test
  void whyItCannotIsSaidInASentence() {
    var nothing = new TeachingProcess(folder.resolve("empty.db"), ShippedModels.FOLDER, candidates);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> nothing.teach("seed", step -> {}))
        .withMessageStartingWith("There is no drawing to learn from");
  }
}
