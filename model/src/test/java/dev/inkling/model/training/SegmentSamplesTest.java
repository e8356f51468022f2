package dev.inkling.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.data.Samples;
import dev.inkling.model.data.TestData;
import dev.inkling.model.evaluation.NumberSheets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentSamplesTest {
  private static final SegmentSamples SEGMENTS =
      new SegmentSamples(new NumberSheets(TestData.mnistTest()));

  @Test
  void equalSeedsGiveEqualSegmentsOtherSeedsOthers() {
    Samples one = SEGMENTS.of(16, 1);
    Samples same = SEGMENTS.of(16, 1);
    Samples other = SEGMENTS.of(16, 2);

    assertThat(digits(one)).isEqualTo(digits(same)).isNotEqualTo(digits(other));
    assertThat(one.get(3).glyph().ink()).isEqualTo(same.get(3).glyph().ink());
  }

  @Test
  void thereAreWholeDigitsOfEachKindAndAsManyThatAreNone() {
    int[] digits = digits(SEGMENTS.of(64, 1));

    assertThat(digits).contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    long none = IntStream.of(digits).filter(digit -> digit == Samples.NO_DIGIT).count();
    assertThat((double) none / digits.length).isBetween(0.3, 0.7);
  }

  @Test
  void aSegmentIsLightItsNeighboursAreDarkAndPaperIsBetween() {
    Samples samples = SEGMENTS.of(16, 1);
    boolean light = true;
    boolean dark = false;
    for (int i = 0; i < samples.size(); i++) {
      float[] ink = samples.get(i).glyph().ink();
      // A piece that is no digit may be a speck.
      light &= samples.digit(i) == Samples.NO_DIGIT || max(ink) > 0.55f;
      dark |= min(ink) < 0.2f;
    }
    assertThat(light).isTrue();
    assertThat(dark).isTrue();
  }

  private static float max(float[] values) {
    return (float)
        IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElseThrow();
  }

  private static float min(float[] values) {
    return (float)
        IntStream.range(0, values.length).mapToDouble(i -> values[i]).min().orElseThrow();
  }

  private static int[] digits(Samples samples) {
    return IntStream.range(0, samples.size()).map(samples::digit).toArray();
  }
}
