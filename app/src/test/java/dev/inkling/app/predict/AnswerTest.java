package dev.inkling.app.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.serving.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AnswerTest {
  private static final Texts TEXTS = new Language().of(Answer.class);
  private static final List<Double> FOUR_OR_NINE =
      List.of(0.0, 0.0, 0.0, 0.0, 0.6, 0.0, 0.0, 0.0, 0.1, 0.3);

  @Test
  void theVerdictIsSaidInPlainWords() {
    assertThat(answer(Verdict.DIGIT).inWords().in(TEXTS)).isEqualTo("Probably a 4");
    assertThat(answer(Verdict.UNSURE).inWords().in(TEXTS)).isEqualTo("A 4, perhaps a 9");
    assertThat(answer(Verdict.NOT_A_DIGIT).inWords().in(TEXTS)).isEqualTo("That is no digit");
  }

  @Test
  void onlyASureDigitIsCalledClear() {
    assertThat(answer(Verdict.DIGIT, 8, 0.99).inWords().in(TEXTS)).isEqualTo("A clear 8");
    assertThat(answer(Verdict.DIGIT, 8, 0.7).inWords().in(TEXTS)).isEqualTo("Probably an 8");
  }

  @Test
  void anEightIsSpokenWithAnN() {
    List<Double> eightOrThree = List.of(0.0, 0.0, 0.0, 0.3, 0.0, 0.0, 0.0, 0.0, 0.7, 0.0);
    List<Double> threeOrEight = List.of(0.0, 0.0, 0.0, 0.7, 0.0, 0.0, 0.0, 0.0, 0.3, 0.0);

    assertThat(unsure(8, eightOrThree).inWords().in(TEXTS)).isEqualTo("An 8, perhaps a 3");
    assertThat(unsure(3, threeOrEight).inWords().in(TEXTS)).isEqualTo("A 3, perhaps an 8");
  }

  @Test
  void itSaysHowSureItIsOrWhichDigitWouldBeNearest() {
    assertThat(answer(Verdict.DIGIT).moreInWords().in(TEXTS)).isEqualTo("60.0 % sure");
    assertThat(answer(Verdict.UNSURE).moreInWords().in(TEXTS)).isEqualTo("60.0 % sure");
    assertThat(answer(Verdict.NOT_A_DIGIT).moreInWords().in(TEXTS)).isEqualTo("If it were one: 4");
  }

  @Test
  void anAnswerHasTenProbabilities() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Answer(
                    4,
                    0.6,
                    List.of(1.0),
                    Verdict.DIGIT,
                    "seed 1",
                    new byte[0],
                    Optional.empty(),
                    Optional.empty()));
  }

  private static Answer unsure(int digit, List<Double> probabilities) {
    return new Answer(
        digit,
        0.7,
        probabilities,
        Verdict.UNSURE,
        "seed 1",
        new byte[0],
        Optional.empty(),
        Optional.empty());
  }

  private static Answer answer(Verdict verdict) {
    return answer(verdict, 4, 0.6);
  }

  private static Answer answer(Verdict verdict, int digit, double confidence) {
    return new Answer(
        digit,
        confidence,
        FOUR_OR_NINE,
        verdict,
        "seed 1",
        new byte[0],
        Optional.empty(),
        Optional.empty());
  }
}
