package dev.inkling.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.RobustNetwork;
import dev.inkling.model.network.SeedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAndSaliencyTest {
  private static final DrawingRenderer RENDERER = new DrawingRenderer();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"seed", "robust"})
  void aBatchIsReadAsEachOfItsPicturesIs(String name) {
    try (Classifier classifier = ShippedModels.store().load(name)) {
      List<Prepared> batch =
          IntStream.range(0, 10)
              .mapToObj(digit -> classifier.prepare(RENDERER.png(ScriptedHand.draw(digit))))
              .toList();

      List<Prediction> together = classifier.predict(batch);

      assertThat(together).hasSize(10);
      for (int i = 0; i < 10; i++) {
        Prediction alone = classifier.classify(batch.get(i).glyph());
        assertThat(together.get(i).digit()).isEqualTo(alone.digit());
        assertThat(together.get(i).digitness()).isCloseTo(alone.digitness(), within(1e-4));
        assertThat(together.get(i).confidence()).isCloseTo(alone.confidence(), within(1e-4));
      }
      assertThat(classifier.classify(List.of())).isEmpty();
    }
  }

  @Test
  void saliencyIsHowMuchMoreInkWouldRaiseTheWinningScore() {
    Network network = new SeedNetwork();
    try (Classifier classifier = added("seed", network)) {
      Glyph glyph = glyph(3);
      int digit = classifier.classify(glyph).digit();
      float[] gradient = saliency(classifier, List.of(glyph)).getFirst().gradient();

      var byHand = new SeedByHand(TestModels.weights(network, 1));
      for (int pixel = 0; pixel < Glyph.PIXELS; pixel += 29) {
        assertThat((double) gradient[pixel])
            .as("pixel %d", pixel)
            .isCloseTo(byHand.slope(glyph, pixel, digit), within(1e-4));
      }
    }
  }

  @Test
  void eachGlyphOfABatchHasItsOwnSaliency() {
    try (Classifier classifier = added("robust", new RobustNetwork())) {
      List<Saliency> together = saliency(classifier, List.of(glyph(2), glyph(7)));

      for (int i = 0; i < 2; i++) {
        float[] alone = saliency(classifier, List.of(glyph(i == 0 ? 2 : 7))).getFirst().gradient();
        assertThat(together.get(i).gradient()).containsExactly(alone, within(1e-3f));
      }
      assertThat(together.get(0).gradient()).isNotEqualTo(together.get(1).gradient());
    }
  }

  @Test
  void asRowsSaliencyRunsFromZeroToOneWhicheverWayAPixelSpeaks() {
    var gradient = new float[Glyph.PIXELS];
    gradient[1] = 2;
    gradient[30] = -4;

    float[][] rows = new Saliency(gradient).rows();

    assertThat(rows[0][1]).isEqualTo(0.5f);
    assertThat(rows[1][2]).isEqualTo(1f);
    assertThat(rows[27][27]).isZero();
    assertThat(new Saliency(new float[Glyph.PIXELS]).rows()[5][5]).isZero();
  }

  @Test
  void aModelWithoutTheSignatureAnswersButCannotTellWhy() throws IOException {
    added("seed", new SeedNetwork()).close();
    TestModels.forgetSaliency(folder.resolve("seed/1"));

    try (Classifier classifier = ModelStore.open(folder).load("seed")) {
      assertThat(classifier.classify(List.of(glyph(1)))).hasSize(1);
      assertThat(classifier.saliency(List.of(glyph(1)))).isEmpty();
      assertThat(classifier.signatures())
          .extracting(ModelSignature::key)
          .containsExactly("serving_default");
    }
  }

  @Test
  void aModelDescribesItsSignatures() {
    try (Classifier classifier = added("robust", new RobustNetwork())) {
      assertThat(classifier.signatures())
          .extracting(ModelSignature::key)
          .containsExactlyInAnyOrder("serving_default", "saliency");
      assertThat(classifier.signatures())
          .filteredOn(signature -> signature.key().equals(ModelSignature.DEFAULT))
          .singleElement()
          .satisfies(
              signature -> {
                assertThat(signature.inputs()).containsOnlyKeys("glyph");
                assertThat(signature.outputs()).containsOnlyKeys("digitness", "probabilities");
                assertThat(signature.inputs().get("glyph").shape())
                    .contains(List.of(-1L, 28L, 28L));
              });
    }
  }

  private Classifier added(String name, Network network) {
    ModelStore store = ModelStore.open(folder);
    TestModels.add(store, name, network);
    return store.load(name);
  }

  private static List<Saliency> saliency(Classifier classifier, List<Glyph> glyphs) {
    return classifier.saliency(glyphs).orElseThrow();
  }

  private static Glyph glyph(int digit) {
    try (Classifier seed = ShippedModels.store().load("seed")) {
      return seed.prepare(RENDERER.png(ScriptedHand.draw(digit))).glyph();
    }
  }

  /// The seed network's scores in double precision, to take differences of.
  private record SeedByHand(Map<String, float[]> weights) {
    double slope(Glyph glyph, int pixel, int digit) {
      double step = 1e-4;
      return (score(glyph, pixel, step, digit) - score(glyph, pixel, -step, digit)) / (2 * step);
    }

    private double score(Glyph glyph, int pixel, double more, int digit) {
      var signal = new double[Glyph.PIXELS];
      for (int i = 0; i < signal.length; i++) {
        signal[i] = -(glyph.ink()[i] + (i == pixel ? more : 0));
      }
      double[] first = squashed(layer(1, signal));
      return layer(3, squashed(layer(2, first)))[digit];
    }

    private double[] layer(int number, double[] inputs) {
      float[] kernel = weights.get("dense_" + number + ".kernel");
      float[] bias = weights.get("dense_" + number + ".bias");
      var sums = new double[bias.length];
      for (int out = 0; out < sums.length; out++) {
        sums[out] = bias[out];
        for (int in = 0; in < inputs.length; in++) {
          sums[out] += inputs[in] * kernel[in * sums.length + out];
        }
      }
      return sums;
    }

    private static double[] squashed(double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = 1 / (1 + Math.exp(-values[i]));
      }
      return values;
    }
  }
}
