package dev.inkling.app.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BackgroundTaskTest {
  private final List<Object> told = new ArrayList<>();

  @Test
  void tellsProgressAndThenTheResult() {
    new BackgroundTask<>(
            progress -> {
              progress.accept(0.5);
              return "done";
            })
        .onProgress(told::add)
        .onSuccess(told::add)
        .startOn(new Background(Runnable::run, Runnable::run));
    assertThat(told).containsExactly(0.5, "done");
  }

  @Test
  void tellsWhatWentWrong() {
    var failure = new IOException("disk full");
    new BackgroundTask<String>(
            progress -> {
              throw failure;
            })
        .onSuccess(told::add)
        .onFailure(told::add)
        .startOn(new Background(Runnable::run, Runnable::run));
    assertThat(told).containsExactly(failure);
  }

  @Test
  void aFailureThatNobodyListensToIsNotLost() {
    Thread thread = Thread.currentThread();
    var before = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler((where, failure) -> told.add(failure.getMessage()));
    try {
      new BackgroundTask<String>(
              progress -> {
                throw new IOException("disk full");
              })
          .startOn(new Background(Runnable::run, Runnable::run));
    } finally {
      thread.setUncaughtExceptionHandler(before);
    }
    assertThat(told).containsExactly("disk full");
  }

  @Test
  void saysNothingMoreOnceCancelled() {
    var manual = new ManualBackground();
    var task =
        new BackgroundTask<>(progress -> "done")
            .onSuccess(told::add)
            .onFailure(told::add)
            .startOn(manual.background());
    task.cancel();
    manual.doNext();
    assertThat(told).isEmpty();
  }

  @Test
  void aResultThatIsOnItsWayToTheScreenIsDroppedToo() {
    var screen = new ArrayList<Runnable>();
    var task =
        new BackgroundTask<>(progress -> "done")
            .onSuccess(told::add)
            .startOn(new Background(Runnable::run, screen::add));
    task.cancel();
    screen.forEach(Runnable::run);
    assertThat(told).isEmpty();
  }
}
