package dev.inkling.app.predict;

import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.util.Duration;

/// Lets numbers glide to where they should be, so that an eye can follow. While a hand draws, the
/// next numbers come sooner than a glide ends, and to glide would be to lag behind for ever: then
/// they jump. They also jump for who has asked the system for less motion.
final class Glide {
  private static final Duration TIME = Duration.millis(140);

  private final PauseTransition sinceTheLast = new PauseTransition(TIME);
  private final Timeline gliding = new Timeline();

  /// Ends exactly there.
  void to(Map<DoubleProperty, Double> aims) {
    boolean hurried = sinceTheLast.getStatus() == Animation.Status.RUNNING;
    gliding.stop();
    sinceTheLast.playFromStart();
    if (hurried || Platform.getPreferences().isReducedMotion()) {
      arrive(aims);
      return;
    }
    KeyValue[] values =
        aims.entrySet().stream()
            .map(aim -> new KeyValue(aim.getKey(), aim.getValue(), Interpolator.EASE_OUT))
            .toArray(KeyValue[]::new);
    gliding.getKeyFrames().setAll(new KeyFrame(TIME, values));
    // Interpolation misses the last digits.
    gliding.setOnFinished(event -> arrive(aims));
    gliding.playFromStart();
  }

  private static void arrive(Map<DoubleProperty, Double> aims) {
    aims.forEach(DoubleProperty::set);
  }
}
