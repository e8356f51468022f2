package dev.inkling.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, or a signal, turned into a request to stop: Java is kept alive until the work has let go
/// of TensorFlow and of its half-written files, and has closed this.
final class CtrlC implements AutoCloseable {
  private static final int LONGEST_FAREWELL_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop-on-ctrl-c");
  private volatile boolean pressed;

  private CtrlC() {}

  static CtrlC watch() {
    var ctrlC = new CtrlC();
    Runtime.getRuntime().addShutdownHook(ctrlC.hook);
    return ctrlC;
  }

  boolean isPressed() {
    return pressed;
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException pressedAlready) {
      // Java is ending, and was waiting for just this.
    }
  }

  private void stop() {
    pressed = true;
    try {
      ended.await(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
