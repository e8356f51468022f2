package dev.inkling.app.predict;

import dev.inkling.app.background.LatestWins;
import dev.inkling.app.predict.Inquirer.Inquiry;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.Steps;
import dev.inkling.model.serving.Evidence;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// Why is it a 7, and what would speak for a 9? Which ink speaks for a digit and which against it
/// is asked for as long as somebody wants to see it, and only while the pen is up: the network has
/// to read the drawing some two hundred times for it.
public final class WhyViewModel {

  /// What the ink of a drawing says.
  ///
  /// @param picture that was sent
  public record Reasons(Drawing drawing, Picture picture, Steps steps, Evidence evidence) {}

  private final Inquirer inquirer;
  private final ObservableValue<Optional<Answered>> answered;
  private final LatestWins<Inquiry, Optional<Reasons>> requests;

  /// Empty to ask for whichever digit is the answer.
  private Optional<Integer> chosen = Optional.empty();

  private final ReadOnlyBooleanWrapper wanted = new ReadOnlyBooleanWrapper();
  private final BooleanProperty penDown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<Integer>> digit =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Reasons>> reasons =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Sentence> problem =
      new ReadOnlyObjectWrapper<>(Sentence.NONE);

  WhyViewModel(Inquirer inquirer, ObservableValue<Optional<Answered>> answered) {
    this.inquirer = inquirer;
    this.answered = answered;
    requests = new LatestWins<>(inquirer.background(), this::reasons, this::show, this::fail);
    answered.addListener(change -> update());
    penDown.addListener(change -> update());
  }

  /// Whether a stroke is being drawn.
  public BooleanProperty penDownProperty() {
    return penDown;
  }

  /// Whether somebody wants to know, also while there is no answer yet.
  public ReadOnlyBooleanProperty wantedProperty() {
    return wanted.getReadOnlyProperty();
  }

  /// The digit that is asked about, if one is.
  public ReadOnlyObjectProperty<Optional<Integer>> digitProperty() {
    return digit.getReadOnlyProperty();
  }

  /// What is to be seen on the drawing.
  public ReadOnlyObjectProperty<Optional<Reasons>> reasonsProperty() {
    return reasons.getReadOnlyProperty();
  }

  /// Why there is nothing to be seen.
  public ReadOnlyObjectProperty<Sentence> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Asks why the answer is the answer, and goes on so with the next; or no longer asks anything.
  public void toggle() {
    wanted.set(!wanted.get());
    chosen = Optional.empty();
    update();
  }

  /// Asks what speaks for that digit; to ask for the same one again is to have seen enough.
  public void choose(int wish) {
    wanted.set(!digit.get().equals(Optional.of(wish)));
    chosen = wanted.get() ? Optional.of(wish) : Optional.empty();
    update();
  }

  /// Somebody has seen enough.
  public void leave() {
    wanted.set(false);
    chosen = Optional.empty();
    update();
  }

  private void update() {
    Optional<Answered> latest = answered.getValue();
    digit.set(
        wanted.get()
            ? chosen.or(() -> latest.map(given -> given.answer().digit()))
            : Optional.empty());
    reasons.set(Optional.empty());
    problem.set(Sentence.NONE);
    requests.forget();
    if (!penDown.get() && latest.isPresent()) {
      digit.get().ifPresent(about -> ask(latest.get().drawing(), about));
    }
  }

  private void ask(Drawing drawing, int about) {
    inquirer
        .server()
        .getValue()
        .ifPresent(
            server -> requests.ask(new Inquiry(server, drawing, Question.whatSpeaksFor(about))));
  }

  /// Off the screen's thread.
  private Optional<Reasons> reasons(Inquiry inquiry) throws PredictionFailed, InterruptedException {
    Answer answer = inquirer.ask(inquiry).answer();
    if (answer.steps().isEmpty() || answer.evidence().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reasons(
            inquiry.drawing(),
            Picture.of(inquirer.renderer().render(inquiry.drawing())),
            answer.steps().get(),
            answer.evidence().get()));
  }

  private void show(Inquiry inquiry, Optional<Reasons> found) {
    reasons.set(found);
  }

  private void fail(Inquiry inquiry, Throwable failure) {
    problem.set(PredictionFailed.of(failure).line());
  }
}
