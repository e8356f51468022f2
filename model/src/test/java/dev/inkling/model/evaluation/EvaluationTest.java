package dev.inkling.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.model.data.LabelledPictures;
import dev.inkling.model.data.TestData;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.TestPictures;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static Classifier seed;

  @TempDir private Path folder;

  /// Counts the pictures and stops after some.
  private static final class Watcher implements EvaluationProgress {
    private final int most;
    private int pictures;

    Watcher(int most) {
      this.most = most;
    }

    @Override
    public void onPicture() {
      pictures++;
    }

    @Override
    public boolean isCancelled() {
      return pictures >= most;
    }
  }

  @BeforeAll
  static void load() {
    seed = ShippedModels.store().load("seed");
  }

  @AfterAll
  static void close() {
    seed.close();
  }

  @Test
  void itIsWhatAnUploadOfEachPictureAnswers() throws IOException {
    byte[] two = new DrawingRenderer().png(ScriptedHand.draw(2));
    write("2_hand.png", two);
    write("8_wrong.png", two);

    Scorecard card = evaluate();

    assertThat(card.outcomes()).hasSize(2);
    assertThat(card.outcomes())
        .allSatisfy(
            outcome ->
                assertThat(((Outcome.Read) outcome).prediction().probabilities())
                    .isEqualTo(seed.predict(two).probabilities()));
    assertThat(card.accuracy()).contains(new Accuracy(1, 2));
    assertThat(((Outcome.Read) card.outcomes().getLast()).seen()).isPresent();
  }

  @Test
  void whatCannotBeReadDoesNotEndIt() throws IOException {
    write(
        "labels.tsv",
        "path\tlabel\nbad.png\t1\nblank.png\t2\ngone.png\t3\n2.png\t2"
            .getBytes(StandardCharsets.UTF_8));
    write("bad.png", "no picture".getBytes(StandardCharsets.UTF_8));
    write("blank.png", TestPictures.blank(40, 40, 0xFFFFFFFF));
    write("2.png", new DrawingRenderer().png(ScriptedHand.draw(2)));

    Scorecard card = evaluate();

    assertThat(card.unread())
        .extracting(outcome -> outcome.picture().name())
        .containsExactly("bad.png", "blank.png", "gone.png");
    assertThat(card.outcomes().getLast().isRight()).isTrue();
  }

  @Test
  void mnistTurnedOverIsWhatTheSeedModelWasTrainedOn() {
    LabelledPictures mnist =
        LabelledPictures.at(Path.of("src/main/resources/dev/inkling/model/data/mnist"), true);
    var some = new LabelledPictures("MNIST", mnist.pictures().subList(0, 500), 0);

    Scorecard card = Evaluation.of(seed, some, EvaluationProgress.unwatched());

    assertThat(card.accuracy())
        .contains(Evaluation.accuracy(seed, TestData.mnistTest().part(0, 500)));
  }

  @Test
  void itStopsWhenAsked() throws IOException {
    for (int i = 0; i < 5; i++) {
      write("2_%d.png".formatted(i), new DrawingRenderer().png(ScriptedHand.draw(2)));
    }
    var watcher = new Watcher(3);
    LabelledPictures pictures = LabelledPictures.at(folder, false);

    assertThatExceptionOfType(EvaluationCancelled.class)
        .isThrownBy(() -> Evaluation.of(seed, pictures, watcher));
    assertThat(watcher.pictures).isEqualTo(3);
  }

  private Scorecard evaluate() {
    return Evaluation.of(seed, LabelledPictures.at(folder, false), EvaluationProgress.unwatched());
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }
}
