package dev.inkling.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.ManualBackground;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.network.SeedNetwork;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.TestModels;
import dev.inkling.model.training.Lesson.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedModelsTest {
  private static final ModelId NEW = new ModelId("seed", 1);

  @TempDir private Path folder;
  private final ManualBackground manual = new ManualBackground();
  private final AtomicLong now = new AtomicLong();
  private final Texts words = new Language().of(TeachViewModel.class);
  private LearnedModels learned;
  private ModelStore shipped;
  private TeachViewModel teaching;
  private TeachingLine.Taught result = taught(true, 3, 9, false);

  @BeforeEach
  void learnSomething() {
    learned = new LearnedModels(folder.resolve("models"));
    Path shippedFolder = folder.resolve("shipped");
    shipped = ModelStore.open(shippedFolder);
    TestModels.add(ModelStore.open(learned.candidates()), "seed", new SeedNetwork());
    teaching =
        new TeachViewModel(
            (model, steps) -> {
              steps.accept(new TeachingLine.Step(0.25, 0.9, 0.5));
              now.addAndGet(10_000_000_000L);
              steps.accept(new TeachingLine.Step(0.5, 0.8, 0.6));
              return result;
            },
            learned,
            shippedFolder,
            manual.background(),
            now::get);
    TestModels.add(shipped, "other", new SeedNetwork());
  }

  @Test
  void aNewVersionAnswersNobodyBeforeItIsChosen() {
    assertThat(learned.candidate()).contains(NEW);
    assertThat(shipped.and(folder.resolve("models")).names()).containsExactly("other");

    learned.use(NEW);

    assertThat(learned.candidate()).isEmpty();
    assertThat(shipped.and(folder.resolve("models")).newest()).contains(NEW);
    assertThat(learned.used("seed")).contains(NEW);
  }

  @Test
  void whatWasTakenBackIsThereAndDoesNotAnswer() {
    learned.use(NEW);
    learned.goBack("seed");

    assertThat(learned.used("seed")).isEmpty();
    assertThat(shipped.and(folder.resolve("models")).names()).containsExactly("other");
    assertThat(folder.resolve("models/.set-aside/seed/1/model-card.json")).exists();
  }

  @Test
  void besideTheOthersItHasANameOfItsOwn() {
    ModelStore all = shipped.and(folder.resolve("models"));

    assertThat(learned.keepBeside(NEW, all)).isEqualTo(new ModelId("seed-taught-1", 1));

    assertThat(all.names()).containsExactly("other", "seed-taught-1");
    TestModels.add(ModelStore.open(learned.candidates()), "seed", new SeedNetwork());
    assertThat(learned.keepBeside(NEW, all).name()).isEqualTo("seed-taught-2");
  }

  @Test
  void whatIsDiscardedIsGone() {
    learned.discard(NEW);

    assertThat(learned.candidate()).isEmpty();
  }

  @Test
  void whoTeachesSeesHowFarItIsAndWhatCameOfIt() {
    teaching.teach();
    assertThat(teaching.learningProperty().get()).isTrue();
    manual.doNext();

    assertThat(teaching.steps()).hasSize(2);
    assertThat(teaching.learningProperty().get()).isFalse();
    assertThat(said())
        .isEqualTo(
            "It helped: of the drawings that it did not learn from, 3 were read right before and 9 now, of 10.");
    assertThat(teaching.taughtProperty().get()).isPresent();

    teaching.use();
    manual.doNext();
    assertThat(said()).isEqualTo("seed/1 answers from now on.");
    assertThat(teaching.taughtProperty().get()).isEmpty();
    teaching.modelProperty().set("seed");
    while (manual.waiting() > 0) {
      manual.doNext();
    }
    assertThat(teaching.canGoBackProperty().get()).isTrue();
  }

  @Test
  void whateverInklingCouldBuildCanLearn() {
    TestModels.add(shipped, "mine", new SeedNetwork());
    teaching.look();
    manual.doNext();

    assertThat(teaching.names()).containsExactlyInAnyOrder("mine", "other");
  }

  @Test
  void theVerdictIsPlain() {
    result = taught(true, 9, 3, false);
    assertThat(taughtWords()).startsWith("It did not help");
    result = taught(true, 9, 9, false);
    assertThat(taughtWords()).startsWith("It changed nothing");
    result = taught(false, 1, 2, false);
    assertThat(taughtWords()).contains("too few drawings");
    result = taught(true, 3, 9, true);
    assertThat(taughtWords()).startsWith("Careful");
  }

  @Test
  void whatFailsIsSaidAndCanBeTriedAgain() {
    var broken =
        new TeachViewModel(
            (model, steps) -> {
              throw new IOException("There is no drawing to learn from.");
            },
            learned,
            folder.resolve("shipped"),
            manual.background(),
            now::get);
    broken.teach();
    manual.doNext();

    assertThat(broken.lineProperty().get().in(words)).contains("There is no drawing");
    assertThat(broken.learningProperty().get()).isFalse();
  }

  @Test
  void whoStopsHearsNothingMore() {
    teaching.teach();
    teaching.cancel();
    manual.doNext();

    assertThat(teaching.learningProperty().get()).isFalse();
    assertThat(teaching.taughtProperty().get()).isEmpty();
    assertThat(said()).startsWith("Stopped.");
  }

  @Test
  void linesComeBackAsTheyWere() {
    var step = new TeachingLine.Step(0.5, 0.25, 0.75);
    assertThat(TeachingLine.read(TeachingLine.of(step))).contains(step);
    assertThat(TeachingLine.read(TeachingLine.of(result))).contains(result);
    assertThat(TeachingLine.read("A library says hello")).isEmpty();
    assertThat(TeachingLine.read("{}")).isEmpty();
  }

  private String taughtWords() {
    teaching.teach();
    manual.doNext();
    return said();
  }

  private String said() {
    return teaching.lineProperty().get().in(words);
  }

  private static TeachingLine.Taught taught(
      boolean heldOut, int before, int after, boolean forgot) {
    return new TeachingLine.Taught(
        NEW,
        heldOut,
        List.of(
            new Comparison("drawings held out", new Accuracy(before, 10), new Accuracy(after, 10))),
        forgot,
        1);
  }
}
