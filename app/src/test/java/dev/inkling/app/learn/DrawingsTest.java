package dev.inkling.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.experiments.Experiment;
import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.Selection;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingsTest {
  private static final byte[] TWO = new DrawingRenderer().png(ScriptedHand.draw(2));
  private static final byte[] DAMAGED = {1, 2, 3};

  @TempDir private Path folder;

  @Test
  void recordedOnesThatCanNoLongerBeReadAreCountedAndTheOthersLearnedFrom() {
    Path file = folder.resolve(ExperimentStore.NAME);
    try (var store = ExperimentStore.open(file, Clock.systemUTC())) {
      store.addAll(List.of(experiment(TWO), experiment(DAMAGED), experiment(TWO)));
    }

    Drawings drawings = Drawings.at(file, Selection.ALL);

    assertThat(drawings.readable()).hasSize(2);
    assertThat(drawings.damaged()).isEqualTo(1);
  }

  @Test
  void soAreThoseInAFolder() throws IOException {
    Files.write(folder.resolve("2_good.png"), TWO);
    Files.write(folder.resolve("2_bad.png"), DAMAGED);

    Drawings drawings = Drawings.at(folder, Selection.ALL);

    assertThat(drawings.readable()).hasSize(1);
    assertThat(drawings.damaged()).isEqualTo(1);
  }

  private static Experiment experiment(byte[] png) {
    return new Experiment(
        Instant.EPOCH, "Ada", OptionalInt.of(2), Optional.empty(), png, List.of());
  }
}
