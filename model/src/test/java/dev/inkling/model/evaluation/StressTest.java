package dev.inkling.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.inkling.model.data.TestData;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Glyphs;
import dev.inkling.model.ink.Normalizer;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.ScriptedHand;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class StressTest {
  private static final List<CleanDigit> DIGITS = digits();

  /// Another angle, a missing piece and an outline are seen in the glyph, as they should be.
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"ROTATION", "CLIPPING", "OUTLINE"})
  void normalizingUndoesIt(Stress stress) {
    double strength = stress.strengths().getLast();
    // The dots of a sparse one stay dots.
    double most = stress == Stress.AIRBRUSH ? 0.75 : 0.7;
    for (CleanDigit digit : DIGITS) {
      if (stress.suits(digit)) {
        assertThat(Glyphs.difference(clean(digit), glyph(stress, digit, strength)))
            .isLessThan(most);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalGeneratorsGiveEqualPictures(Stress stress) {
    double strength = stress.strengths().getLast();
    CleanDigit digit = DIGITS.getLast();
    Picture one = stress.disturbed(digit, strength, new SplittableRandom(3));
    Picture other = stress.disturbed(digit, strength, new SplittableRandom(3));

    assertThat(one.luminance()).isEqualTo(other.luminance());
  }

  @Test
  void aRasterHasItsPenAlready() {
    CleanDigit raster = DIGITS.getFirst();

    assertThat(Stress.BRUSH.suits(raster)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Stress.BRUSH.disturbed(raster, 4, new SplittableRandom(1)));
  }

  private static Glyph clean(CleanDigit digit) {
    return new Normalizer().apply(digit.at(Pose.USUAL));
  }

  private static Glyph glyph(Stress stress, CleanDigit digit, double strength) {
    return new Normalizer().apply(stress.disturbed(digit, strength, new SplittableRandom(5)));
  }

  /// Rasters first, then pen lines.
  private static List<CleanDigit> digits() {
    var mnist = TestData.mnistTest();
    var digits = new ArrayList<CleanDigit>();
    for (int i = 0; i < 2; i++) {
      digits.add(new CleanGlyph(mnist.get(i).glyph()));
    }
    for (int digit : new int[] {2, 8}) {
      digits.add(new CleanLines(ScriptedHand.lines(digit, 100)));
    }
    return digits;
  }
}
