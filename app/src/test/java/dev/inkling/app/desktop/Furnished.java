package dev.inkling.app.desktop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A person sees the paper first and what is around it a moment later; tests wait for all of it.
final class Furnished {
  private Furnished() {}

  static void await(FxRobot robot) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> robot.lookup("#menu").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
