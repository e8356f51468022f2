package dev.inkling.app.predict;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.BackgroundTask;
import dev.inkling.app.background.LatestWins;
import dev.inkling.app.predict.Inquirer.Inquiry;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.serving.Verdict;
import dev.inkling.model.serving.WrittenNumber;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Keeps the answer to the drawing up to date. Whatever goes wrong becomes one line, costs nobody
/// the drawing, and is tried again: with the next stroke, or by itself after a while.
public final class PredictionViewModel {

  /// An answer and what it answers.
  ///
  /// @param drawing exactly the one that was sent
  /// @param number what its digits are together, where it is no single one
  /// @param time from the drawing to its answer, with painting, HTTP and all
  public record Answered(
      Drawing drawing, Answer answer, Optional<WrittenNumber> number, Duration time) {
    /// The verdict as one would say it.
    public Sentence inWords() {
      return number.map(NumberInWords::verdict).orElseGet(answer::inWords);
    }

    /// Whether it is to be taken with doubt.
    boolean isUnsure() {
      return number
          .map(several -> !NumberInWords.isSure(several))
          .orElse(answer.verdict() == Verdict.UNSURE);
    }

    /// How sure that is, or what is the nearest digit where it is none.
    public Sentence moreInWords() {
      return number.map(NumberInWords::sureness).orElseGet(answer::moreInWords);
    }
  }

  private final Inquirer inquirer;
  private final Executor later;
  private final Language language;
  private final LatestWins<Inquiry, Answered> requests;
  private final WhyViewModel why;
  private Question question = Question.PLAIN;
  private boolean retryIsDue;

  /// Whether the server found nothing on the paper although there are strokes: the eraser's, or
  /// what it has left.
  private boolean rubbedOut;

  private final ReadOnlyObjectWrapper<Optional<Drawing>> wanted =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Answered>> answered =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty stepsShown = new SimpleBooleanProperty();
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
    this(new Inquirer(server, predictor, renderer, background), later, language);
  }

  private PredictionViewModel(Inquirer inquirer, Executor later, Language language) {
    this.inquirer = inquirer;
    this.later = later;
    this.language = language;
    requests = new LatestWins<>(inquirer.background(), inquirer::ask, this::show, this::fail);
    why = new WhyViewModel(inquirer, answered);
    Texts texts = language.of(PredictionViewModel.class);
    problemSaid.bind(texts.said(problem));
    hintSaid.bind(texts.said(hint));
    inquirer.server().addListener(address -> send());
    updateHint();
  }

  /// One that asks the same server, about another drawing or another model.
  public PredictionViewModel another() {
    return new PredictionViewModel(inquirer, later, language);
  }

  /// The reasons for the answer.
  public WhyViewModel why() {
    return why;
  }

  /// Whether somebody looks at how it came about what the network saw.
  public BooleanProperty stepsShownProperty() {
    return stepsShown;
  }

  /// The drawing to which an answer is wanted; none as long as it is blank.
  public ReadOnlyObjectProperty<Optional<Drawing>> drawingProperty() {
    return wanted.getReadOnlyProperty();
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
    ask(Optional.of(drawing).filter(any -> !any.isBlank()));
  }

  /// As [#ask(Drawing)]; wants no answer any more to nothing.
  public void ask(Optional<Drawing> drawing) {
    if (wanted.get().equals(drawing) && drawing.isPresent()) {
      // The pen only left the paper: what lies there has been asked while it was still down.
      return;
    }
    wanted.set(drawing);
    if (drawing.isPresent()) {
      send();
    } else {
      rubbedOut = false;
      requests.forget();
      tell(Optional.empty(), Sentence.NONE);
    }
  }

  /// Asks that model from now on, instead of the server's own choice.
  public void askModel(String name) {
    question = Question.to(name);
    requests.forget();
    send();
  }

  /// Asks again where there was a problem; somebody may have solved it meanwhile.
  public void askAgain() {
    if (!problemSaid.get().isEmpty()) {
      send();
    }
  }

  /// Tells the names of the models that can be asked, the server's own choice first; nothing as
  /// long as there is no server to tell.
  public void tellModels(Consumer<List<String>> listener) {
    inquirer
        .server()
        .getValue()
        .ifPresent(
            server ->
                new BackgroundTask<>(progress -> inquirer.predictor().models(server))
                    .onSuccess(listener)
                    .onFailure(unknown -> {})
                    .startOn(inquirer.background()));
  }

  private void send() {
    updateHint();
    wanted
        .get()
        .ifPresent(
            drawing ->
                inquirer
                    .server()
                    .getValue()
                    .ifPresentOrElse(
                        uri -> requests.ask(new Inquiry(uri, drawing, question)),
                        () -> waitForServer(drawing)));
  }

  /// What was said of a server that is gone holds no longer, nor does the answer to something else.
  private void waitForServer(Drawing drawing) {
    requests.forget();
    tell(answered.get().filter(shown -> shown.drawing().equals(drawing)), Sentence.NONE);
  }

  private void show(Inquiry inquiry, Answered reply) {
    rubbedOut = false;
    tell(Optional.of(reply), Sentence.NONE);
  }

  private void fail(Inquiry inquiry, Throwable failure) {
    PredictionFailed reason = PredictionFailed.of(failure);
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
    askAgain();
  }

  private void tell(Optional<Answered> answer, Sentence line) {
    problem.set(line);
    answered.set(answer);
    updateHint();
  }

  private void updateHint() {
    if (wanted.get().isEmpty() || rubbedOut) {
      hint.set(Sentence.of("hint.draw"));
    } else if (inquirer.server().getValue().isEmpty()) {
      hint.set(Sentence.of("hint.server"));
    } else {
      hint.set(Sentence.of("hint.wait"));
    }
  }
}
