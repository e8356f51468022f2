package dev.inkling.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.data.TestData;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.evaluation.Evaluation;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SeedModelTest {
  private static Classifier seed;

  @BeforeAll
  static void load() {
    seed = ShippedModels.store().load("seed");
  }

  @AfterAll
  static void close() {
    seed.close();
  }

  @Test
  void itReadsAtLeast975OfAThousandMnistTestDigits() {
    Accuracy accuracy = Evaluation.accuracy(seed, TestData.mnistTest());

    assertThat(accuracy.share()).isGreaterThanOrEqualTo(0.975);
    // The card says so, too: its figure is measured, not remembered.
    assertThat(seed.card().figures())
        .filteredOn(figure -> figure.on().equals("MNIST test set"))
        .singleElement()
        .satisfies(
            figure -> assertThat(figure.accuracy()).isCloseTo(accuracy.share(), within(0.0005)));
  }

  @Test
  void itsAnswerIsAProbabilityForEachDigit() {
    Prediction prediction = seed.predict(new DrawingRenderer().png(ScriptedHand.draw(3)));

    assertThat(prediction.probabilities()).hasSize(10).allMatch(p -> p >= 0 && p <= 1);
    assertThat(prediction.probabilities().stream().mapToDouble(p -> p).sum())
        .isCloseTo(1, within(1e-5));
    assertThat(prediction.confidence())
        .isEqualTo(prediction.probabilities().get(prediction.digit()));
    assertThat(prediction.model()).isEqualTo(new ModelId("seed", 1));
  }

  @Test
  void manyThreadsGetTheAnswerThatOneGets() throws Exception {
    byte[] png = new DrawingRenderer().png(ScriptedHand.draw(2));
    List<Double> alone = seed.predict(png).probabilities();
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<List<Double>> ask = () -> seed.predict(png).probabilities();
      for (Future<List<Double>> answer :
          threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> ask).toList())) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }
}
