package dev.inkling.app.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.ManualBackground;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.Backdrop;
import dev.inkling.model.ink.Box;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.Stroke;
import dev.inkling.model.serving.PlacedDigit;
import dev.inkling.model.serving.Verdict;
import dev.inkling.model.serving.WrittenNumber;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/// When the window takes a drawing for several digits.
final class NumberOnPaperTest {
  private static final Texts TEXTS = new Language().of(Answer.class);

  private final ManualBackground manual = new ManualBackground();
  private final Server server = new Server();
  private final PredictionViewModel viewModel =
      new PredictionViewModel(
          new SimpleObjectProperty<>(Optional.of(URI.create("http://127.0.0.1:8000"))),
          server,
          new DrawingRenderer(),
          manual.background(),
          Runnable::run,
          new Language());

  /// Says one thing of the picture as a whole, and another of its digits.
  private static final class Server implements Predictor {
    private Answer whole = TestAnswers.none("normalize");
    private Optional<WrittenNumber> number = Optional.empty();
    private boolean broken;
    private int asked;
    private List<List<Point>> strokes = List.of();

    @Override
    public Answer predict(URI server, byte[] png, Question question) {
      return whole;
    }

    @Override
    public Optional<WrittenNumber> number(URI server, byte[] png, List<List<Point>> strokes)
        throws PredictionFailed {
      asked++;
      this.strokes = strokes;
      if (broken) {
        throw PredictionFailed.unreachable(new IOException("gone"));
      }
      return number;
    }
  }

  @Test
  void whatIsNoDigitButSeveralIsANumber() {
    server.number = Optional.of(number(Verdict.DIGIT, Verdict.DIGIT));
    Answered answered = answered();
    assertThat(answered.inWords().in(TEXTS)).isEqualTo("The number 01");
    assertThat(answered.moreInWords().in(TEXTS)).isEqualTo("2 digits, each at least 90.0 % sure");
  }

  @Test
  void aDoubtfulDigitMakesTheNumberDoubtful() {
    server.number = Optional.of(number(Verdict.DIGIT, Verdict.UNSURE));
    assertThat(answered().inWords().in(TEXTS)).isEqualTo("Perhaps the number 01");
    assertThat(answered().isUnsure()).isTrue();
  }

  @Test
  void whatHasNoDigitInItIsNoNumber() {
    server.number = Optional.of(number(Verdict.DIGIT, Verdict.NOT_A_DIGIT));
    assertThat(answered().number()).isEmpty();
    server.number = Optional.of(number(Verdict.DIGIT));
    assertThat(answered().inWords().in(TEXTS)).isEqualTo("That is no digit");
  }

  @Test
  void howThePenWentIsToldUnlessItWentOverAPicture() {
    Drawing five = ScriptedHand.draw(5);
    ask(five);
    assertThat(server.strokes)
        .isEqualTo(five.strokes().stream().map(Stroke::points).toList())
        .isNotEmpty();

    Backdrop below = Backdrop.ofPng(new DrawingRenderer().png(five));
    ask(new Drawing(five.width(), five.height(), Ink.WHITE, Optional.of(below), five.strokes()));
    assertThat(server.strokes).isEmpty();
  }

  @Test
  void aClearDigitIsNotCutUp() {
    server.whole = TestAnswers.reading(7, "normalize");
    assertThat(answered().number()).isEmpty();
    assertThat(server.asked).isZero();
  }

  @Test
  void withoutAnAnswerToThatItIsJustNoDigit() {
    server.broken = true;
    assertThat(answered().inWords().in(TEXTS)).isEqualTo("That is no digit");
    assertThat(viewModel.problemProperty().get()).isEmpty();
  }

  private Answered answered() {
    ask(ScriptedHand.draw(5));
    return viewModel.answeredProperty().get().orElseThrow();
  }

  private void ask(Drawing drawing) {
    viewModel.ask(Optional.empty());
    viewModel.ask(drawing);
    manual.doNext();
  }

  private static WrittenNumber number(Verdict... verdicts) {
    var digits =
        Stream.iterate(0, i -> i + 1)
            .limit(verdicts.length)
            .map(i -> new PlacedDigit(i, 0.9, verdicts[i], new Box(0, 0, 1, 1)))
            .toList();
    return new WrittenNumber(List.of(digits));
  }
}
