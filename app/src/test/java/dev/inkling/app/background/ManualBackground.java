package dev.inkling.app.background;

import java.util.ArrayDeque;
import java.util.Queue;

/// A background whose work is done when the test says so, on the test's own thread; results arrive
/// at once.
public final class ManualBackground {
  private final Queue<Runnable> work = new ArrayDeque<>();

  /// The seam to hand to what is tested.
  public Background background() {
    return new Background(work::add, Runnable::run);
  }

  /// Does the oldest piece of work that waits.
  public void doNext() {
    work.remove().run();
  }

  /// How many pieces of work wait.
  public int waiting() {
    return work.size();
  }
}
