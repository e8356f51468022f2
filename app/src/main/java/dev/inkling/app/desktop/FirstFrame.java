package dev.inkling.app.desktop;

import javafx.application.Platform;
import javafx.scene.Scene;

/// When a window is there to be seen. A stage that is shown is only a place on the screen: it is
/// painted with its first pulses, which whatever is done before then keeps waiting.
final class FirstFrame implements Runnable {
  /// The first may come to nothing, as long as the system still places the window.
  private static final int PULSES = 3;

  private final Scene scene;
  private final Runnable work;
  private int pulses;

  private FirstFrame(Scene scene, Runnable work) {
    this.scene = scene;
    this.work = work;
  }

  /// Does that once the scene's first frame is on its way to the screen.
  static void then(Scene scene, Runnable work) {
    scene.addPostLayoutPulseListener(new FirstFrame(scene, work));
  }

  @Override
  public void run() {
    pulses++;
    if (pulses < PULSES) {
      Platform.requestNextPulse();
    } else {
      scene.removePostLayoutPulseListener(this);
      Platform.runLater(work);
    }
  }
}
