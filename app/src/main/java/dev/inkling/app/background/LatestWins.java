package dev.inkling.app.background;

import java.util.Optional;
import java.util.function.BiConsumer;

/// Asks one question at a time. Questions that come while one is on its way do not queue: only the
/// latest of them is asked next, so that a fast hand never waits for answers to what it drew a
/// second ago, and a slow server gets no more than it can do.
///
/// All of it happens on the screen's thread, but for the asking itself.
///
/// @param <Q> what is asked
/// @param <A> what is answered
public final class LatestWins<Q, A> {

  /// Asks and waits for the answer.
  @FunctionalInterface
  public interface Asking<Q, A> {
    /// Does so, off the screen's thread.
    A ask(Q question) throws Exception;
  }

  private final Background background;
  private final Asking<Q, A> asking;
  private final BiConsumer<Q, A> onAnswer;
  private final BiConsumer<Q, Throwable> onFailure;
  private Optional<BackgroundTask<A>> onItsWay = Optional.empty();
  private Optional<Q> waiting = Optional.empty();

  /// Has nothing to ask yet.
  ///
  /// @param onAnswer is told on the screen's thread
  /// @param onFailure is told on the screen's thread
  public LatestWins(
      Background background,
      Asking<Q, A> asking,
      BiConsumer<Q, A> onAnswer,
      BiConsumer<Q, Throwable> onFailure) {
    this.background = background;
    this.asking = asking;
    this.onAnswer = onAnswer;
    this.onFailure = onFailure;
  }

  /// Asks now, or as soon as the question on its way is answered unless a later one comes first.
  public void ask(Q question) {
    if (onItsWay.isPresent()) {
      waiting = Optional.of(question);
      return;
    }
    BackgroundTask<A> task =
        new BackgroundTask<A>(progress -> asking.ask(question))
            .onSuccess(answer -> settle(() -> onAnswer.accept(question, answer)))
            .onFailure(failure -> settle(() -> onFailure.accept(question, failure)));
    onItsWay = Optional.of(task);
    task.startOn(background);
  }

  /// Wants no answer any more, neither to the question on its way nor to the one that waits.
  public void forget() {
    waiting = Optional.empty();
    onItsWay.ifPresent(BackgroundTask::cancel);
    onItsWay = Optional.empty();
  }

  private void settle(Runnable tell) {
    onItsWay = Optional.empty();
    Optional<Q> next = waiting;
    waiting = Optional.empty();
    // The next question leaves before the answer is shown: the server works while the screen draws.
    next.ifPresent(this::ask);
    tell.run();
  }
}
