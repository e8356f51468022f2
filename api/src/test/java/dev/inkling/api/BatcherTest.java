package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.ShippedModels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatcherTest {
  private static final int BATCH = 32;

  private final SharedClassifier seed = new SharedClassifier(ShippedModels.store().load("seed"), 0);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<Thread> asking = new ArrayList<>();
  private final ExecutorService clients =
      Executors.newThreadPerTaskExecutor(
          task -> {
            Thread thread = Thread.ofVirtual().unstarted(task);
            asking.add(thread);
            return thread;
          });

  @AfterEach
  void end() {
    gate.countDown();
    clients.close();
    seed.letGo();
  }

  @Test
  void whatWaitsTogetherIsReadInOneRunAndEachGetsItsOwn() throws Exception {
    List<Glyph> glyphs = glyphs(BATCH + 8);
    try (var workers = new Workers(Limits.defaults())) {
      occupy(workers);
      List<Future<List<Prediction>>> answers = new ArrayList<>();
      for (Glyph glyph : glyphs) {
        answers.add(ask(workers, List.of(glyph)));
      }
      assertThat(workers.waiting()).isEqualTo(2);

      gate.countDown();

      for (int i = 0; i < glyphs.size(); i++) {
        assertSame(answers.get(i).get(), List.of(glyphs.get(i)));
      }
    }
  }

  @Test
  void requestsOfSeveralGlyphsShareARunToo() throws Exception {
    List<Glyph> glyphs = glyphs(6);
    try (var workers = new Workers(Limits.defaults())) {
      occupy(workers);
      Future<List<Prediction>> one = ask(workers, glyphs.subList(0, 1));
      Future<List<Prediction>> three = ask(workers, glyphs.subList(1, 4));
      Future<List<Prediction>> two = ask(workers, glyphs.subList(4, 6));
      assertThat(workers.waiting()).isEqualTo(1);

      gate.countDown();

      assertSame(one.get(), glyphs.subList(0, 1));
      assertSame(three.get(), glyphs.subList(1, 4));
      assertSame(two.get(), glyphs.subList(4, 6));
    }
  }

  @Test
  void whenTheQueueIsFullAllAreSentAwayAndTheNextAreServed() throws Exception {
    List<Glyph> glyph = glyphs(1);
    try (var workers = new Workers(waiting(1, Duration.ofSeconds(30)))) {
      occupy(workers);
      Future<?> queued = clients.submit(() -> workers.run(() -> 1));
      untilTheyWait();

      for (int i = 0; i < 3; i++) {
        assertThatExceptionOfType(Busy.class).isThrownBy(() -> classify(workers, glyph));
      }

      gate.countDown();
      queued.get();
      assertSame(classify(workers, glyph), glyph);
    }
  }

  @Test
  void whoWaitsTooLongIsSentAwayAndTheNextAreServed() throws Exception {
    List<Glyph> glyph = glyphs(1);
    try (var workers = new Workers(waiting(8, Duration.ofMillis(50)))) {
      occupy(workers);
      List<Future<List<Prediction>>> answers =
          Stream.generate(() -> ask(workers, glyph)).limit(3).toList();

      for (Future<List<Prediction>> answer : answers) {
        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(answer::get)
            .withCauseInstanceOf(Busy.class);
      }
      assertThat(workers.waiting()).isZero();
    }
    try (var workers = new Workers(Limits.defaults())) {
      assertSame(classify(workers, glyph), glyph);
    }
  }

  @Test
  void aFailureReachesAllWhoWaitedForIt() throws Exception {
    List<Glyph> glyph = glyphs(1);
    var closed = new SharedClassifier(ShippedModels.store().load("seed"), 0);
    var batcher = new Batcher(closed);
    closed.letGo();
    try (var workers = new Workers(Limits.defaults())) {
      occupy(workers);
      var answers = new ArrayList<Future<List<Prediction>>>();
      for (int i = 0; i < 3; i++) {
        answers.add(submit(() -> batcher.classify(workers, glyph)));
      }

      gate.countDown();

      for (Future<List<Prediction>> answer : answers) {
        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(answer::get)
            .withCauseInstanceOf(NoSuchElementException.class);
      }
    }
  }

  /// Keeps every worker from what waits until the gate is open.
  private void occupy(Workers workers) throws InterruptedException {
    var occupied = new CountDownLatch(Workers.CORES);
    for (int i = 0; i < Workers.CORES; i++) {
      workers.execute(
          new FutureTask<>(
              () -> {
                occupied.countDown();
                gate.await();
                return 1;
              }));
    }
    occupied.await();
  }

  private Future<List<Prediction>> ask(Workers workers, List<Glyph> glyphs) {
    return submit(() -> classify(workers, glyphs));
  }

  private Future<List<Prediction>> submit(Callable<List<Prediction>> question) {
    Future<List<Prediction>> answer = clients.submit(question);
    untilTheyWait();
    return answer;
  }

  /// Each for its answer, or has it.
  private void untilTheyWait() {
    while (asking.stream()
        .anyMatch(
            thread ->
                switch (thread.getState()) {
                  case WAITING, TIMED_WAITING, TERMINATED -> false;
                  default -> true;
                })) {
      Thread.onSpinWait();
    }
  }

  private List<Prediction> classify(Workers workers, List<Glyph> glyphs)
      throws InterruptedException {
    try (SharedClassifier.Held held = seed.hold().orElseThrow()) {
      return held.classify(workers, glyphs);
    }
  }

  /// The last digits hang on who else is in the batch.
  private void assertSame(List<Prediction> predictions, List<Glyph> glyphs) {
    assertThat(predictions).hasSameSizeAs(glyphs);
    List<Prediction> alone = glyphs.stream().map(g -> seed.ask(c -> c.classify(g))).toList();
    for (int i = 0; i < glyphs.size(); i++) {
      for (int digit = 0; digit < 10; digit++) {
        assertThat(predictions.get(i).probabilities().get(digit))
            .isCloseTo(alone.get(i).probabilities().get(digit), within(1e-5));
      }
    }
  }

  /// So different that none is mistaken for another.
  private static List<Glyph> glyphs(int count) {
    var random = new Random(1);
    return Stream.generate(
            () -> {
              var ink = new float[Glyph.PIXELS];
              for (int stroke = 0; stroke < 100; stroke++) {
                ink[random.nextInt(ink.length)] = 1;
              }
              return new Glyph(ink);
            })
        .limit(count)
        .toList();
  }

  private static Limits waiting(int waiting, Duration work) {
    Limits usual = Limits.defaults();
    return new Limits(
        usual.uploadBytes(),
        usual.connections(),
        waiting,
        work,
        usual.head(),
        usual.body(),
        usual.bodyBytesPerSecond(),
        usual.idle(),
        usual.answer());
  }
}
