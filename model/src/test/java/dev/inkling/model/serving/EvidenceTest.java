package dev.inkling.model.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.network.SeedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
  private static final int FOR = 5 * Glyph.SIDE + 5;
  private static final int AGAINST = 20 * Glyph.SIDE + 20;
  private static final int IDLE = 12 * Glyph.SIDE + 12;

  private final List<List<Glyph>> asked = new ArrayList<>();

  @Test
  void inkWithoutWhichTheDigitIsLessLikelySpokeForIt() {
    Glyph glyph = ink(FOR, AGAINST, IDLE);

    float[] said = Erasing.from(glyph, 7, network(g -> 2 * g.ink()[FOR] - g.ink()[AGAINST])).ink();

    assertThat(said[FOR]).isEqualTo(1f);
    assertThat(said[AGAINST]).isCloseTo(-0.5f, within(0.01f));
    assertThat(said[IDLE]).isZero();
    assertThat(said[0]).as("bare paper says nothing").isZero();
  }

  @Test
  void whatSpeaksForOneDigitSpeaksAgainstTheOthers() {
    Glyph glyph = ink(FOR);

    assertThat(Erasing.from(glyph, 3, network(g -> g.ink()[FOR])).ink()[FOR]).isEqualTo(-1f);
  }

  @Test
  void whereAllInkSaysNextToNothingItIsNotMadeToLookLikeMore() {
    float[] said = Erasing.from(ink(FOR), 7, network(g -> 0.001 * g.ink()[FOR])).ink();

    assertThat(said[FOR]).isLessThan(0.02f);
  }

  @Test
  void aNetworkThatIsSureBeyondAnyDigitOfItsProbabilityStillHasReasons() {
    float[] said =
        Erasing.from(ink(FOR, IDLE), 7, network(g -> 40 + 3 * g.ink()[FOR] + g.ink()[IDLE])).ink();

    assertThat(said[FOR]).isEqualTo(1f);
    assertThat(said[IDLE]).isCloseTo(1 / 3f, within(0.01f));
  }

  @Test
  void onlyInkIsRubbedOutAndNeverTooMuchAtOnce() {
    var all = new float[Glyph.PIXELS];
    Arrays.fill(all, 1);

    Erasing.from(new Glyph(all), 7, network(g -> 0));

    assertThat(asked).allMatch(batch -> batch.size() <= 64);
    assertThat(asked.stream().mapToInt(List::size).sum()).isEqualTo(1 + Glyph.PIXELS);
    asked.clear();
    Erasing.from(ink(), 7, network(g -> 0));
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "robust"})
  void theInkOfASevenSpeaksForASevenMoreThanAgainstIt(String model) {
    try (Classifier classifier = ShippedModels.store().load(model)) {
      Explanation seven = classifier.explain(new DrawingRenderer().png(ScriptedHand.draw(7)));
      int digit = seven.prediction().digit();

      Evidence evidence = classifier.evidence(seven.seen(), digit);

      assertThat(evidence.digit()).isEqualTo(digit);
      double sum = 0;
      for (float value : evidence.ink()) {
        assertThat(value).isBetween(-1f, 1f);
        sum += value;
      }
      assertThat(sum).isPositive();
      assertThat(evidence.rows()[10][12]).isEqualTo(evidence.ink()[10 * Glyph.SIDE + 12]);
    }
  }

  @Test
  void aModelWithoutASaliencySignatureHasReasonsToo(@TempDir Path folder) throws IOException {
    ModelStore store = ModelStore.open(folder);
    TestModels.add(store, "seed", new SeedNetwork());
    TestModels.forgetSaliency(folder.resolve("seed/1"));
    try (Classifier classifier = store.load("seed")) {
      assertThat(classifier.evidence(ink(FOR), 2).ink()[FOR]).isNotZero();
    }
  }

  /// One whose log odds of a 7 are as told.
  private Function<List<Glyph>, List<float[]>> network(ToDoubleFunction<Glyph> logOdds) {
    return glyphs -> {
      asked.add(glyphs);
      return glyphs.stream().map(glyph -> answer(logOdds.applyAsDouble(glyph))).toList();
    };
  }

  private static float[] answer(double logOdds) {
    var probabilities = new float[10];
    Arrays.fill(probabilities, (float) (1 / (1 + Math.exp(logOdds)) / 9));
    probabilities[7] = (float) (1 / (1 + Math.exp(-logOdds)));
    return probabilities;
  }

  private static Glyph ink(int... places) {
    var ink = new float[Glyph.PIXELS];
    for (int place : places) {
      ink[place] = 1;
    }
    return new Glyph(ink);
  }
}
