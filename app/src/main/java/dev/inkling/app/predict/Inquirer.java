package dev.inkling.app.predict;

import dev.inkling.app.background.Background;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import dev.inkling.model.serving.Verdict;
import dev.inkling.model.serving.WrittenNumber;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// All that it takes to have a drawing answered: whom to ask, and how.
record Inquirer(
    ObservableValue<Optional<URI>> server,
    Predictor predictor,
    DrawingRenderer renderer,
    Background background) {

  /// Something to ask of a drawing.
  record Inquiry(URI server, Drawing drawing, Question question) {}

  /// Paints the drawing, asks, and waits for the answer: not on the screen's thread.
  Answered ask(Inquiry inquiry) throws PredictionFailed, InterruptedException {
    long start = System.nanoTime();
    byte[] png = renderer.png(inquiry.drawing);
    Answer answer = predictor.predict(inquiry.server, png, inquiry.question);
    boolean mayBeSeveral =
        answer.verdict() != Verdict.DIGIT && inquiry.question.equals(Question.PLAIN);
    Optional<WrittenNumber> number = mayBeSeveral ? number(inquiry, png) : Optional.empty();
    return new Answered(
        inquiry.drawing, answer, number, Duration.ofNanos(System.nanoTime() - start));
  }

  /// What no digit is may be several; where they can't be told apart, it is just no digit.
  private Optional<WrittenNumber> number(Inquiry inquiry, byte[] png) throws InterruptedException {
    try {
      return predictor
          .number(inquiry.server, png, strokes(inquiry.drawing))
          .filter(Inquirer::isNumber);
    } catch (PredictionFailed onlyOneAnswerThen) {
      return Optional.empty();
    }
  }

  /// Of what lies under them nobody knows how it was drawn.
  private static List<List<Point>> strokes(Drawing drawing) {
    if (drawing.backdrop().isPresent()) {
      return List.of();
    }
    return drawing.strokes().stream()
        .filter(stroke -> !stroke.brush().eraser())
        .map(Stroke::points)
        .toList();
  }

  private static boolean isNumber(WrittenNumber number) {
    return number.digits().size() > 1
        && number.digits().stream().noneMatch(digit -> digit.verdict() == Verdict.NOT_A_DIGIT);
  }
}
