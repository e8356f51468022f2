package dev.inkling.app.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.ManualBackground;
import dev.inkling.app.texts.Language;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import dev.inkling.model.serving.Verdict;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

final class PredictionViewModelTest {
  private static final URI SERVER = URI.create("http://127.0.0.1:8000");
  private static final Drawing BLANK = Drawing.blank(56, 56, Ink.WHITE);

  private final ManualBackground manual = new ManualBackground();
  private final List<Runnable> later = new ArrayList<>();
  private final List<Question> asked = new ArrayList<>();
  private final List<byte[]> sent = new ArrayList<>();
  private final ObjectProperty<Optional<URI>> server =
      new SimpleObjectProperty<>(Optional.of(SERVER));
  private final DrawingRenderer renderer = new DrawingRenderer();
  private Optional<PredictionFailed> failure = Optional.empty();
  private final PredictionViewModel viewModel =
      new PredictionViewModel(
          server, this::predict, renderer, manual.background(), later::add, new Language());

  private Answer predict(URI address, byte[] png, Question question) throws PredictionFailed {
    sent.add(png);
    asked.add(question);
    if (failure.isPresent()) {
      throw failure.get();
    }
    return new Answer(
        7,
        0.1,
        Collections.nCopies(10, 0.1),
        Verdict.DIGIT,
        "seed 1",
        png,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aBlankCanvasIsNotSent() {
    viewModel.ask(BLANK);
    assertThat(manual.waiting()).isZero();
    assertThat(viewModel.hintProperty().get()).isEqualTo("Draw a digit");
  }

  @Test
  void theAnswerBelongsToTheDrawingThatWasSent() {
    Drawing drawing = dotAt(20);
    viewModel.ask(drawing);
    manual.doNext();
    assertThat(sent).singleElement().isEqualTo(renderer.png(drawing));
    assertThat(viewModel.answeredProperty().get())
        .hasValueSatisfying(
            answered -> {
              assertThat(answered.drawing()).isSameAs(drawing);
              assertThat(answered.answer().digit()).isEqualTo(7);
              assertThat(answered.answer().seen()).isEqualTo(renderer.png(drawing));
            });
  }

  @Test
  void aDrawingBegunBeforeTheServerIsReadyIsAnsweredAsSoonAsItIs() {
    server.set(Optional.empty());
    viewModel.ask(dotAt(10));
    viewModel.ask(dotAt(20));
    assertThat(manual.waiting()).isZero();
    assertThat(viewModel.hintProperty().get()).contains("before the server is ready");
    server.set(Optional.of(SERVER));
    manual.doNext();
    assertThat(sent).hasSize(1);
    assertThat(viewModel.answeredProperty().get()).isPresent();
  }

  @Test
  void theSameDrawingIsSentOnce() {
    Drawing drawing = dotAt(20);
    viewModel.ask(drawing);
    viewModel.ask(drawing);
    manual.doNext();
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void anAnswerThatComesAfterTheCanvasWasClearedIsNotShown() {
    viewModel.ask(dotAt(10));
    viewModel.ask(BLANK);
    manual.doNext();
    assertThat(viewModel.answeredProperty().get()).isEmpty();
  }

  @Test
  void aFailureBecomesOneLineAndTakesTheOldAnswerAway() {
    viewModel.ask(dotAt(10));
    manual.doNext();
    failure = Optional.of(PredictionFailed.refused("Send one digit.", false));
    viewModel.ask(dotAt(20));
    manual.doNext();
    assertThat(viewModel.problemProperty().get()).isEqualTo("Send one digit.");
    assertThat(viewModel.answeredProperty().get()).isEmpty();
    assertThat(later).as("a refusal is not repeated").isEmpty();
  }

  @Test
  void whatWasRubbedOutReadsAsAnEmptyCanvas() {
    viewModel.ask(dotAt(10));
    manual.doNext();
    failure = Optional.of(PredictionFailed.noInk("There is no ink in this picture."));
    viewModel.ask(dotAt(20));
    manual.doNext();
    assertThat(viewModel.problemProperty().get()).isEmpty();
    assertThat(viewModel.answeredProperty().get()).isEmpty();
    assertThat(viewModel.hintProperty().get()).isEqualTo("Draw a digit");
    viewModel.ask(dotAt(30));
    assertThat(viewModel.hintProperty().get()).as("it does not flicker").isEqualTo("Draw a digit");
    assertThat(later).as("there is nothing to try again").isEmpty();
  }

  @Test
  void afterRubbingOutTheNextDrawingIsAnsweredAndItsTroublesAreTold() {
    failure = Optional.of(PredictionFailed.noInk("There is no ink in this picture."));
    viewModel.ask(dotAt(10));
    manual.doNext();
    failure = Optional.of(PredictionFailed.unreachable(new IOException()));
    viewModel.ask(dotAt(20));
    manual.doNext();
    assertThat(viewModel.hintProperty().get()).isEqualTo("No answer yet");
    failure = Optional.empty();
    viewModel.ask(dotAt(30));
    manual.doNext();
    assertThat(viewModel.answeredProperty().get()).isPresent();
  }

  @Test
  void aServerThatIsBackIsFoundWithTheNextStroke() {
    failure = Optional.of(PredictionFailed.unreachable(new IOException()));
    viewModel.ask(dotAt(10));
    manual.doNext();
    failure = Optional.empty();
    viewModel.ask(dotAt(20));
    manual.doNext();
    assertThat(viewModel.problemProperty().get()).isEmpty();
    assertThat(viewModel.answeredProperty().get()).isPresent();
  }

  @Test
  void aServerThatIsBackIsFoundByItself() {
    failure = Optional.of(PredictionFailed.unreachable(new IOException()));
    viewModel.ask(dotAt(10));
    manual.doNext();
    assertThat(later).hasSize(1);
    later.removeFirst().run();
    manual.doNext();
    assertThat(later).as("it keeps trying").hasSize(1);
    failure = Optional.empty();
    later.removeFirst().run();
    manual.doNext();
    assertThat(viewModel.problemProperty().get()).isEmpty();
    assertThat(viewModel.answeredProperty().get()).isPresent();
    assertThat(later).isEmpty();
  }

  @Test
  void aServerThatIsStoppedIsNoProblemAndTheDrawingIsAnsweredWhenItIsBack() {
    viewModel.ask(dotAt(10));
    failure = Optional.of(PredictionFailed.unreachable(new IOException()));
    manual.doNext();
    assertThat(viewModel.problemProperty().get()).isNotEmpty();

    server.set(Optional.empty());
    assertThat(viewModel.problemProperty().get()).isEmpty();
    later.removeFirst().run();
    assertThat(manual.waiting()).isZero();

    failure = Optional.empty();
    server.set(Optional.of(SERVER));
    manual.doNext();
    assertThat(viewModel.answeredProperty().get()).isPresent();
  }

  @Test
  void withoutAServerAnAnswerStaysAsLongAsItsDrawing() {
    viewModel.ask(dotAt(10));
    manual.doNext();

    server.set(Optional.empty());
    assertThat(viewModel.answeredProperty().get()).isPresent();

    viewModel.ask(dotAt(20));
    assertThat(viewModel.answeredProperty().get()).isEmpty();
  }

  @Test
  void manyStrokesWhileTheServerIsGoneMakeOneTimer() {
    failure = Optional.of(PredictionFailed.unreachable(new IOException()));
    for (int i = 1; i < 6; i++) {
      viewModel.ask(dotAt(i));
      manual.doNext();
    }
    assertThat(later).hasSize(1);
  }

  @Test
  void clearingWhileTheServerIsGoneEndsTheComplaint() {
    failure = Optional.of(PredictionFailed.unreachable(new IOException()));
    viewModel.ask(dotAt(10));
    manual.doNext();
    viewModel.ask(BLANK);
    assertThat(viewModel.problemProperty().get()).isEmpty();
    later.removeFirst().run();
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void anotherOneAsksTheSameServerButTheModelThatItIsTold() {
    PredictionViewModel other = viewModel.another();
    other.askModel("robust");
    viewModel.ask(dotAt(10));
    other.ask(viewModel.drawingProperty().get());
    manual.doNext();
    manual.doNext();

    assertThat(asked).containsExactly(Question.PLAIN, Question.to("robust"));
    assertThat(other.answeredProperty().get()).isPresent();
  }

  private static Drawing dotAt(double x) {
    return BLANK.plus(Stroke.begin(new Brush(8, Ink.BLACK), new Point(x, 20)));
  }
}
