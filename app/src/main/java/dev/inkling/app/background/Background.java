package dev.inkling.app.background;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Platform;

/// Where work is done and where its result is told. Tests hand in `Runnable::run` twice, and
/// everything happens in place.
///
/// @param worker runs the work
/// @param screen runs what touches the screen, one thing after the other
public record Background(Executor worker, Executor screen) {

  /// Work on threads of its own, results on JavaFX's thread. The threads are daemons: none keeps a
  /// closed program alive.
  public static Background ofJavaFx() {
    // Platform threads: loading a model is native code, which would hold a virtual thread's
    // carrier,
    // and a small machine has two of those.
    var threads = Thread.ofPlatform().daemon().name("background-", 1).factory();
    return new Background(Executors.newCachedThreadPool(threads), Platform::runLater);
  }
}
