package dev.inkling.app.background;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// One piece of work off the screen's thread: the only way in which a view model does any. What it
/// tells (progress, then success or failure) arrives on the screen's thread; nothing arrives any
/// more once it was cancelled there.
///
/// @param <T> what the work brings back
public final class BackgroundTask<T> {

  /// The work itself; it may block, and an interrupt asks it to stop.
  @FunctionalInterface
  public interface Work<T> {
    /// Does it, and comes back with the result.
    ///
    /// @param progress takes the part that is done, 0 to 1
    T run(DoubleConsumer progress) throws Exception;
  }

  private final Work<T> work;
  private DoubleConsumer onProgress = done -> {};
  private Consumer<? super T> onSuccess = result -> {};
  private Consumer<Throwable> onFailure = BackgroundTask::report;
  private FutureTask<T> running = new FutureTask<>(() -> {}, null);
  private boolean cancelled;

  public BackgroundTask(Work<T> work) {
    this.work = work;
  }

  public BackgroundTask<T> onProgress(DoubleConsumer listener) {
    onProgress = listener;
    return this;
  }

  public BackgroundTask<T> onSuccess(Consumer<? super T> listener) {
    onSuccess = listener;
    return this;
  }

  /// Without a listener a failure goes where the thread's uncaught exceptions go: never lost.
  public BackgroundTask<T> onFailure(Consumer<Throwable> listener) {
    onFailure = listener;
    return this;
  }

  /// Starts the work; once only.
  public BackgroundTask<T> startOn(Background background) {
    running =
        new FutureTask<>(() -> work.run(done -> background.screen().execute(() -> tell(done)))) {
          @Override
          protected void done() {
            background.screen().execute(() -> tell(this));
          }
        };
    background.worker().execute(running);
    return this;
  }

  /// Interrupts the work and keeps its result to itself. Call it on the screen's thread.
  public void cancel() {
    cancelled = true;
    running.cancel(true);
  }

  private void tell(double done) {
    if (!cancelled) {
      onProgress.accept(done);
    }
  }

  private void tell(FutureTask<T> finished) {
    if (cancelled) {
      return;
    }
    try {
      onSuccess.accept(finished.get());
    } catch (ExecutionException failed) {
      onFailure.accept(failed.getCause() == null ? failed : failed.getCause());
    } catch (InterruptedException impossible) {
      // A finished future is not waited for.
      throw new IllegalStateException(impossible);
    }
  }

  private static void report(Throwable failure) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
  }
}
