package dev.inkling.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.compare.Difference.Reader;
import dev.inkling.app.predict.Answer;
import dev.inkling.app.predict.TestAnswers;
import dev.inkling.app.texts.Language;
import org.junit.jupiter.api.Test;

final class DifferenceTest {
  @Test
  void whoGetDifferentPicturesDifferForThat() {
    String expected =
        "They get different pictures: seed the whole drawing, shrunk; robust only the ink, cut out,"
            + " scaled and centred.";
    var seed = new Reader("seed", TestAnswers.reading(2, "resize"));
    var robust = new Reader("robust", TestAnswers.reading(7, "normalize"));
    assertThat(between(seed, robust)).isEqualTo(expected);
    assertThat(between(robust, seed)).isEqualTo(expected);
    assertThat(between(new Reader("seed", TestAnswers.none("resize")), robust)).isEqualTo(expected);
  }

  @Test
  void whoGetTheSamePictureHaveLearnedOtherwise() {
    assertThat(
            between(
                new Reader("robust", TestAnswers.reading(2, "normalize")),
                new Reader("mine", TestAnswers.reading(7, "normalize"))))
        .startsWith("Both get the same picture");
  }

  @Test
  void whoAgreeNeedNoReason() {
    assertThat(
            between(
                new Reader("seed", TestAnswers.reading(7, "resize")),
                new Reader("robust", TestAnswers.reading(7, "normalize"))))
        .isEqualTo("Both read the same digit: 7.");
    assertThat(
            between(
                new Reader("seed", TestAnswers.none("resize")),
                new Reader("robust", TestAnswers.none("normalize"))))
        .isEqualTo("Both say that this is no digit.");
  }

  @Test
  void theSameModelTwiceIsNoComparison() {
    Answer answer = TestAnswers.reading(7, "resize");
    assertThat(between(new Reader("seed", answer), new Reader("seed", answer)))
        .startsWith("The same model on both sides");
  }

  private static String between(Reader one, Reader other) {
    return Difference.between(one, other).in(new Language().of(Difference.class));
  }
}
