package dev.inkling.app.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.ManualBackground;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

final class WhyViewModelTest {
  private final ManualBackground manual = new ManualBackground();
  private final List<Integer> asked = new ArrayList<>();
  private final ObjectProperty<Optional<Answered>> answered =
      new SimpleObjectProperty<>(Optional.empty());
  private Optional<PredictionFailed> failure = Optional.empty();
  private final WhyViewModel why =
      new WhyViewModel(
          new Inquirer(
              new SimpleObjectProperty<>(Optional.of(URI.create("http://127.0.0.1:8000"))),
              this::predict,
              new DrawingRenderer(),
              manual.background()),
          answered);

  private Answer predict(URI server, byte[] png, Question question) throws PredictionFailed {
    asked.add(question.evidence().orElseThrow());
    if (failure.isPresent()) {
      throw failure.get();
    }
    return TestAnswers.explaining(7, question.evidence().orElseThrow());
  }

  @Test
  void nothingIsAskedAsLongAsNobodyWantsToKnow() {
    answer(7);
    why.penDownProperty().set(true);
    why.penDownProperty().set(false);
    why.leave();

    assertThat(manual.waiting()).isZero();
    assertThat(why.digitProperty().get()).isEmpty();
  }

  @Test
  void whoWantsToKnowGetsTheReasonsForEachAnswer() {
    answer(7);
    why.toggle();
    work();
    assertThat(why.reasonsProperty().get())
        .hasValueSatisfying(reasons -> assertThat(reasons.evidence().digit()).isEqualTo(7));
    answer(4);
    assertThat(why.reasonsProperty().get()).as("those were another drawing's").isEmpty();
    work();

    assertThat(asked).containsExactly(7, 4);
    assertThat(why.digitProperty().get()).contains(4);
    assertThat(why.reasonsProperty().get())
        .hasValueSatisfying(
            reasons ->
                assertThat(reasons.drawing()).isEqualTo(answered.get().orElseThrow().drawing()));
  }

  @Test
  void anotherDigitCanBeAskedAboutAndStaysSo() {
    answer(7);
    why.choose(9);
    answer(4);
    work();

    assertThat(asked).containsExactly(9);
    assertThat(why.digitProperty().get()).contains(9);
  }

  @Test
  void toAskTheSameAgainIsToHaveSeenEnough() {
    answer(7);
    why.toggle();
    work();
    why.choose(7);
    assertThat(why.digitProperty().get()).isEmpty();
    assertThat(why.reasonsProperty().get()).isEmpty();

    why.choose(9);
    why.toggle();
    assertThat(why.digitProperty().get()).isEmpty();
    assertThat(why.reasonsProperty().get()).isEmpty();
    why.toggle();
    assertThat(why.digitProperty().get()).as("it starts anew with the answer").contains(7);
  }

  @Test
  void whileThePenIsDownNothingIsAskedAndNothingIsColoured() {
    answer(7);
    why.toggle();
    work();
    why.penDownProperty().set(true);
    assertThat(why.reasonsProperty().get()).isEmpty();
    answer(1);
    answer(2);
    assertThat(manual.waiting()).isZero();

    why.penDownProperty().set(false);
    work();

    assertThat(asked).containsExactly(7, 2);
    assertThat(why.reasonsProperty().get()).isPresent();
  }

  @Test
  void reasonsThatComeTooLateAreNotShown() {
    answer(7);
    why.toggle();
    why.leave();
    work();

    assertThat(why.reasonsProperty().get()).isEmpty();
  }

  @Test
  void whereThereIsNoAnswerThereIsNothingToExplain() {
    why.toggle();

    assertThat(manual.waiting()).isZero();
    assertThat(why.digitProperty().get()).isEmpty();
    answer(3);
    work();
    assertThat(asked).containsExactly(3);
  }

  @Test
  void aServerThatCannotTellIsOneLine() {
    failure = Optional.of(PredictionFailed.refused("Too much at once.", true));
    answer(7);
    why.toggle();
    work();

    assertThat(why.problemProperty().get().in(new Language().of(Answer.class)))
        .isEqualTo("Too much at once.");
    why.leave();
    assertThat(why.problemProperty().get()).isSameAs(Sentence.NONE);
  }

  private void answer(int digit) {
    Drawing drawing =
        Drawing.blank(56, 56, Ink.WHITE)
            .plus(Stroke.begin(new Brush(8, Ink.BLACK), new Point(digit, 20)));
    answered.set(
        Optional.of(
            new Answered(
                drawing,
                TestAnswers.reading(digit, "normalize"),
                Optional.empty(),
                Duration.ZERO)));
  }

  private void work() {
    while (manual.waiting() > 0) {
      manual.doNext();
    }
  }
}
