package dev.inkling.api;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The threads that decode and infer: one for each core, with a bounded queue before them.
///
/// Helidon answers each connection on a virtual thread, and those are unfair to work that computes
/// without pause: with eight connections the slowest of a hundred requests took 985 ms there and
/// 115 ms here.
final class Workers implements AutoCloseable {
  /// Requests that may wait; at some milliseconds each, a full queue is about a second of work.
  static final int QUEUE = 256;

  static final int CORES = Runtime.getRuntime().availableProcessors();

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          CORES,
          CORES,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          Thread.ofPlatform().name("inkling-worker-", 1).daemon().factory());

  /// Runs the work on one of the threads and waits for it.
  ///
  /// @throws Busy if too much waits already
  <T> T run(Callable<T> work) throws InterruptedException {
    Future<T> future;
    try {
      future = threads.submit(work);
    } catch (RejectedExecutionException full) {
      throw new Busy(
          "Inkling has more requests than it can answer: send this one again in a second.");
    }
    try {
      return future.get();
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
