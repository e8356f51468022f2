package dev.inkling.app.desktop;

import javafx.application.Platform;
import javafx.scene.Scene;

/// When a window is there to be seen. A stage that is shown is only a place on the screen: it is
/// painted with the first pulse, which whatever is done before then keeps waiting.
final class FirstFrame {
  private FirstFrame() {}

  /// Does that once the scene's first frame is on its way to the screen.
  static void then(Scene scene, Runnable work) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(work);
          }
        });
  }
}
