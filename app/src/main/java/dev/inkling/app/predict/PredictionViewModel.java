package dev.inkling.app.predict;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.LatestWins;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Keeps the answer to the drawing up to date. Whatever goes wrong becomes one line, costs nobody
/// the drawing, and is tried again: with the next stroke, or by itself after a while.
public final class PredictionViewModel {

  /// An answer and what it answers.
  ///
  /// @param drawing exactly the one that was sent
  /// @param time from the drawing to its answer, with painting, HTTP and all
  public record Answered(Drawing drawing, Answer answer, Duration time) {}

  private record Question(URI server, Drawing drawing) {}

  private record Reply(Answer answer, Duration time) {}

  private final ObservableValue<Optional<URI>> server;
  private final Predictor predictor;
  private final DrawingRenderer renderer;
  private final Executor later;
  private final LatestWins<Question, Reply> requests;
  private Optional<Drawing> wanted = Optional.empty();
  private boolean retryIsDue;

  /// Whether the server found nothing on the paper although there are strokes: the eraser's, or
  /// what it has left.
  private boolean rubbedOut;

  private final ReadOnlyObjectWrapper<Optional<Answered>> answered =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Sentence> problem = new SimpleObjectProperty<>(Sentence.NONE);
  private final ObjectProperty<Sentence> hint = new SimpleObjectProperty<>(Sentence.NONE);
  private final ReadOnlyStringWrapper problemSaid = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper hintSaid = new ReadOnlyStringWrapper();

  /// Has nothing to answer yet.
  ///
  /// @param server whom to ask; a drawing begun before it is there is answered once it is
  /// @param later runs on the screen's thread after a gentle while: the time between two attempts
  public PredictionViewModel(
      ObservableValue<Optional<URI>> server,
      Predictor predictor,
      DrawingRenderer renderer,
      Background background,
      Executor later,
      Language language) {
    this.server = server;
    this.predictor = predictor;
    this.renderer = renderer;
    this.later = later;
    requests = new LatestWins<>(background, this::ask, this::show, this::fail);
    Texts texts = language.of(PredictionViewModel.class);
    problemSaid.bind(texts.said(problem));
    hintSaid.bind(texts.said(hint));
    server.addListener(address -> send());
    updateHint();
  }

  /// The answer on show, if there is one.
  public ReadOnlyObjectProperty<Optional<Answered>> answeredProperty() {
    return answered.getReadOnlyProperty();
  }

  /// What keeps the drawing from being answered and what to do; empty when nothing does.
  public ReadOnlyStringProperty problemProperty() {
    return problemSaid.getReadOnlyProperty();
  }

  /// What to say where the answer would be while there is none.
  public ReadOnlyStringProperty hintProperty() {
    return hintSaid.getReadOnlyProperty();
  }

  /// Wants an answer to this drawing, and to no earlier one. A blank canvas is not sent.
  public void ask(Drawing drawing) {
    if (wanted.filter(drawing::equals).isPresent()) {
      // The pen only left the paper: what lies there has been asked while it was still down.
      return;
    }
    if (drawing.isBlank()) {
      wanted = Optional.empty();
      rubbedOut = false;
      requests.forget();
      tell(Optional.empty(), Sentence.NONE);
    } else {
      wanted = Optional.of(drawing);
      send();
    }
  }

  private void send() {
    updateHint();
    wanted.ifPresent(
        drawing ->
            server
                .getValue()
                .ifPresentOrElse(
                    uri -> requests.ask(new Question(uri, drawing)), () -> waitForServer(drawing)));
  }

  /// What was said of a server that is gone holds no longer, nor does the answer to another
  // drawing.
  private void waitForServer(Drawing drawing) {
    requests.forget();
    tell(answered.get().filter(shown -> shown.drawing().equals(drawing)), Sentence.NONE);
  }

  /// Off the screen's thread.
  private Reply ask(Question question) throws PredictionFailed, InterruptedException {
    long start = System.nanoTime();
    Answer answer = predictor.predict(question.server, renderer.png(question.drawing));
    return new Reply(answer, Duration.ofNanos(System.nanoTime() - start));
  }

  private void show(Question question, Reply reply) {
    rubbedOut = false;
    tell(Optional.of(new Answered(question.drawing, reply.answer, reply.time)), Sentence.NONE);
  }

  private void fail(Question question, Throwable failure) {
    PredictionFailed reason =
        failure instanceof PredictionFailed known ? known : PredictionFailed.unsendable(failure);
    rubbedOut = reason.isNoInk();
    // The last answer was to another drawing: showing it on would be a lie.
    tell(Optional.empty(), rubbedOut ? Sentence.NONE : reason.line());
    if (reason.isPassing() && !retryIsDue) {
      retryIsDue = true;
      later.execute(this::retry);
    }
  }

  private void retry() {
    retryIsDue = false;
    if (!problemSaid.get().isEmpty()) {
      send();
    }
  }

  private void tell(Optional<Answered> answer, Sentence line) {
    problem.set(line);
    answered.set(answer);
    updateHint();
  }

  private void updateHint() {
    if (wanted.isEmpty() || rubbedOut) {
      hint.set(Sentence.of("hint.draw"));
    } else if (server.getValue().isEmpty()) {
      hint.set(Sentence.of("hint.server"));
    } else {
      hint.set(Sentence.of("hint.wait"));
    }
  }
}
