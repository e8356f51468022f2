package dev.inkling.app.predict;

import dev.inkling.app.background.Background;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import java.net.URI;
import java.time.Duration;
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
    Answer answer =
        predictor.predict(inquiry.server, renderer.png(inquiry.drawing), inquiry.question);
    return new Answered(inquiry.drawing, answer, Duration.ofNanos(System.nanoTime() - start));
  }
}
