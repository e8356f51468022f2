package dev.inkling.app.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.Steps;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StepsInWordsTest {
  private static final Texts TEXTS = new Language().of(Answer.class);

  @Test
  void whatWasChosenIsSaidInTheOrderInWhichItHappened() {
    assertThat(lines(TestAnswers.steps("normalize", true, Optional.of(new Steps.Pen(8.2, 51.6)))))
        .containsExactly(
            "Found the ink: 200 × 300 pixels",
            "Dark ink on lighter paper",
            "Cut off the frame around the paper",
            "Took specks away",
            "Pen 8 pixels wide: redrawn with 52",
            "Scaled to 20 pixels and centred by its weight");
  }

  @Test
  void aUsualPenIsLeftAndLightInkIsTurnedRound() {
    assertThat(lines(TestAnswers.steps("normalize", false, Optional.of(new Steps.Pen(28, 28)))))
        .contains("Light ink on darker paper: swapped", "Pen 28 pixels wide: left as it is");
  }

  @Test
  void whoShrinksTheWholeDrawingSaysSo() {
    assertThat(lines(TestAnswers.steps("resize", true, Optional.empty())))
        .hasSize(3)
        .first()
        .asString()
        .isEqualTo("Takes the whole drawing, 560 × 400 pixels, wherever the ink is");
  }

  private static List<String> lines(Steps steps) {
    return StepsInWords.of(steps).stream().map(line -> line.in(TEXTS)).toList();
  }
}
