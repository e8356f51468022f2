package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void workRunsOnPlatformThreads() throws InterruptedException {
    try (var workers = new Workers(Limits.defaults())) {
      Thread thread = workers.run(Thread::currentThread);

      assertThat(thread.isVirtual()).isFalse();
      assertThat(thread.getName()).startsWith("inkling-worker-");
    }
  }

  @Test
  void whatTheWorkThrowsReachesWhoAskedForIt() {
    try (var workers = new Workers(Limits.defaults())) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  workers.run(
                      () -> {
                        throw new IllegalStateException("mine");
                      }))
          .withMessage("mine");
    }
  }

  @Test
  void whenTooMuchWaitsTheNextIsSentAwayAndTheOthersAreDone() throws Exception {
    var gate = new CountDownLatch(1);
    List<Future<Integer>> accepted = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor();
        var workers = new Workers(Limits.defaults())) {
      int room = Workers.CORES + Limits.defaults().waiting();
      for (int i = 0; i < room; i++) {
        accepted.add(
            callers.submit(
                () ->
                    workers.run(
                        () -> {
                          gate.await();
                          return 1;
                        })));
      }
      while (workers.waiting() < Limits.defaults().waiting()) {
        Thread.onSpinWait();
      }

      assertThatExceptionOfType(Busy.class).isThrownBy(() -> workers.run(() -> 1));
      gate.countDown();
      for (Future<Integer> work : accepted) {
        assertThat(work.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void workThatTakesTooLongIsGivenUpAndItsThreadIsFree() throws InterruptedException {
    Limits usual = Limits.defaults();
    var hasty =
        new Limits(
            usual.uploadBytes(),
            usual.connections(),
            usual.waiting(),
            Duration.ofMillis(20),
            usual.head(),
            usual.body(),
            usual.bodyBytesPerSecond(),
            usual.idle(),
            usual.answer());
    var interrupted = new CountDownLatch(Workers.CORES);
    try (var workers = new Workers(hasty)) {
      for (int i = 0; i < Workers.CORES; i++) {
        assertThatExceptionOfType(Busy.class)
            .isThrownBy(
                () ->
                    workers.run(
                        () -> {
                          try {
                            new CountDownLatch(1).await();
                          } finally {
                            interrupted.countDown();
                          }
                          return 1;
                        }))
            .withMessageContaining("smaller picture");
      }

      interrupted.await();
      assertThat(workers.waiting()).isZero();
    }
  }
}
