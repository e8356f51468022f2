package dev.inkling.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.ModelUnusable;
import dev.inkling.model.ink.Normalizer;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.network.RobustNetwork;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.ShippedModels;
import dev.inkling.model.training.Lesson.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningTest {
  private static final ModelId SEED = new ModelId("seed", 1);
  private static final ModelId ROBUST = new ModelId("robust", 1);
  private static final Hyperparameters SHORT = Hyperparameters.ofTeaching(1).withEpochs(2);

  @TempDir private Path folder;
  private final ModelStore models = ShippedModels.store();

  /// The proof of what learning is for. Two epochs of eight: the window's minute does no worse.
  @Test
  void tenDrawingsMendAQuirkAndNothingElseIsForgotten() {
    List<Picture> unseen = CrossedTwo.pictures(60, 2);
    Lesson lesson =
        tuning(ROBUST, CrossedTwo.drawings(10, "Ada"), SHORT).learn(models, target(), quiet());

    try (Classifier before = models.load(ROBUST);
        Classifier after = target().load(lesson.card().id())) {
      int wrongBefore = wrong(before, unseen);
      assertThat(wrongBefore).as("or it is no quirk").isGreaterThan(30);
      assertThat(wrong(after, unseen)).isLessThanOrEqualTo(wrongBefore / 2);
    }
    Comparison mnist = lesson.general().getFirst();
    assertThat(mnist.on()).isEqualTo("MNIST test set");
    assertThat(mnist.after().total()).isEqualTo(10_000);
    assertThat(mnist.gain()).isGreaterThanOrEqualTo(-0.001);
    assertThat(lesson.forgot()).isFalse();
    assertThat(lesson.drawings().orElseThrow().after().total()).isEqualTo(2);
  }

  @Test
  void aNewVersionSaysWhoseChildItIsAndWhatItLearnedFrom() {
    Lesson lesson =
        tuning(SEED, CrossedTwo.drawings(10, ""), SHORT).learn(models, target(), quiet());

    ModelCard card = target().card(lesson.card().id());
    ModelCard parent = models.card(SEED);
    assertThat(card.id()).isEqualTo(new ModelId("seed", 1001));
    assertThat(card.provenance().parent().orElseThrow().version()).isEqualTo(1);
    assertThat(card.provenance().parent().orElseThrow().files()).isEqualTo(parent.files());
    assertThat(card.provenance().data().getLast().part()).startsWith("10 drawings");
    assertThat(card.thresholds()).isEqualTo(parent.thresholds());
    assertThat(card.temperature()).isEqualTo(parent.temperature());
  }

  @Test
  void aPersonIsHeldOutWhereThereAreSeveral() {
    var drawings = new ArrayList<TaughtDrawing>();
    for (String person : List.of("Ada", "Bo", "Cy")) {
      drawings.addAll(CrossedTwo.drawings(3, person));
    }
    TaughtSet taught = TaughtSet.of(drawings, new Normalizer());

    assertThat(taught.how()).isEqualTo("1 of 3 people held out");
    assertThat(taught.heldOut().size()).isEqualTo(3);
    assertThat(taught.learned().size()).isEqualTo(6);
  }

  @Test
  void fourDrawingsAreAllNeededToLearnFrom() {
    TaughtSet taught = TaughtSet.of(CrossedTwo.drawings(4, ""), new Normalizer());

    assertThat(taught.heldOut().size()).isZero();
    assertThat(taught.learned().size()).isEqualTo(4);
  }

  @Test
  void whatIsStoppedLeavesNoVersionAndGoesOnLater() throws IOException {
    FineTuning tuning = tuning(SEED, CrossedTwo.drawings(5, ""), SHORT);
    assertThatExceptionOfType(TrainingCancelled.class)
        .isThrownBy(() -> tuning.learn(models, target(), stoppedInEpoch(2)));
    assertThat(Files.exists(folder.resolve("seed"))).isFalse();

    var resumed = new ArrayList<Integer>();
    tuning.learn(
        models,
        target(),
        new Watching() {
          @Override
          public void onResume(int epochs) {
            resumed.add(epochs);
          }
        });

    assertThat(resumed).containsExactly(1);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("seed");
    }
  }

  @Test
  void whatCannotBeLearnedFromIsSaid() {
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> tuning(SEED, List.of(), SHORT))
        .withMessageContaining("no drawing");
    var paper = new float[100];
    Arrays.fill(paper, 1);
    var blank = new TaughtDrawing(new Picture(10, 10, paper), OptionalInt.of(2), "");
    FineTuning nothing = tuning(SEED, List.of(blank), SHORT);
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> nothing.learn(models, target(), quiet()))
        .withMessageContaining("no ink");
    assertThatExceptionOfType(ModelUnusable.class)
        .isThrownBy(() -> models.weights(SEED, new RobustNetwork()))
        .withMessageContaining("robust");
  }

  /// As a model may be that an earlier Inkling taught.
  @Test
  void aModelOfANetworkThatIsNotBuiltAnyMoreCannotLearn() throws IOException {
    Path card = Files.createDirectories(folder.resolve("seed/1")).resolve("model-card.json");
    String shipped = Files.readString(ShippedModels.FOLDER.resolve("seed/1/model-card.json"));
    Files.writeString(card, shipped.replace(models.card(SEED).architecture(), "eight layers"));

    FineTuning tuning = tuning(SEED, CrossedTwo.drawings(10, ""), SHORT);

    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> tuning.learn(target(), target(), quiet()))
        .withMessageContaining("seed/1 can't learn more")
        .withMessageContaining("teach another model");
  }

  private static int wrong(Classifier classifier, List<Picture> pictures) {
    return (int)
        pictures.stream()
            .filter(picture -> classifier.explain(picture).prediction().digit() != 2)
            .count();
  }

  private static FineTuning tuning(
      ModelId from, List<TaughtDrawing> drawings, Hyperparameters parameters) {
    return new FineTuning(from, drawings, parameters, "inkling train --from " + from.name());
  }

  private ModelStore target() {
    return ModelStore.open(folder);
  }

  private static TrainingProgress quiet() {
    return new Watching();
  }

  private static TrainingProgress stoppedInEpoch(int epoch) {
    return new Watching() {
      private int now;

      @Override
      public void onStep(int running, int step, int steps, double loss, double accuracy) {
        now = running;
      }

      @Override
      public boolean isCancelled() {
        return now >= epoch;
      }
    };
  }

  private static class Watching implements TrainingProgress {
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
