package dev.inkling.api;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The threads that decode and infer: one for each core, with a bounded queue before them.
///
/// Helidon answers each connection on a virtual thread, and those are unfair to work that computes
/// without pause: with eight connections the slowest of a hundred requests took 985 ms there and
/// 115 ms here.
///
/// TensorFlow can't be asked on virtual threads at all. JavaCPP takes a lock of Java's in code that
/// C++ called, where a virtual thread keeps its carrier while it waits: once all carriers wait for
/// a lock whose owner needs one, the server stands still.
final class Workers implements AutoCloseable {
  static final int CORES = Runtime.getRuntime().availableProcessors();

  /// In bytes: a glyph's numbers in JSON, and some more, are read sooner than threads are changed.
  private static final int SHORT = 16 * 1024;

  private final Limits limits;
  private final ThreadPoolExecutor threads;

  Workers(Limits limits) {
    this.limits = limits;
    this.threads =
        new ThreadPoolExecutor(
            CORES,
            CORES,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.waiting()),
            Thread.ofPlatform().name("inkling-worker-", 1).daemon().factory());
  }

  /// Runs the work on one of the threads and waits for it, as [#await(FutureTask)] does.
  ///
  /// @throws Busy if too much waits already, or the work takes too long
  <T> T run(Callable<T> work) throws InterruptedException {
    var task = new FutureTask<>(work);
    execute(task);
    return await(task);
  }

  /// Whether reading so much takes longer than a change of threads.
  static boolean isLong(int bytes) {
    return bytes >= SHORT;
  }

  /// Runs work that takes about as long as to read so much: on one of the threads if that is long.
  ///
  /// @throws Busy as [#run(Callable)]
  <T> T read(int bytes, Supplier<T> work) throws InterruptedException {
    return isLong(bytes) ? run(work::get) : work.get();
  }

  /// Puts the task into the queue, for others to wait for.
  ///
  /// @throws Busy if too much waits already
  void execute(FutureTask<?> task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException full) {
      throw new Busy(
          "Inkling has more requests than it can answer: send this one again in a second.");
    }
  }

  /// Waits for a task in the queue. One that takes too long is interrupted, and thrown away where
  /// it still waits; what a picture costs at most is for the decoder to bound.
  ///
  /// @throws Busy if it takes too long, or somebody else who waited for it has given it up
  <T> T await(FutureTask<T> task) throws InterruptedException {
    try {
      return task.get(limits.work().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | CancellationException slow) {
      task.cancel(true);
      threads.remove(task);
      throw new Busy(
          "This took longer than %d s: send it again later, or a smaller picture."
              .formatted(Math.max(1, limits.work().toSeconds())));
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  /// How many requests wait for a thread.
  int waiting() {
    return threads.getQueue().size();
  }

  /// Drops what still waits: whoever asked has been answered, or has waited as long as may be.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
