package dev.inkling.app.desktop;

import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.texts.Texts;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands on empty paper, for those who would rather see it done first; and lets the time pass for
/// the example while it plays.
final class ExampleButton extends Button {
  private static final double NANOSECONDS = 1e-9;

  private final AnimationTimer frames;

  ExampleButton(ExampleViewModel example, DrawingViewModel drawing, Texts texts, Runnable play) {
    super(null, new FontIcon(Feather.PLAY));
    setId("example");
    getStyleClass().addAll("paper-button");
    textProperty().bind(texts.bound("example"));
    visibleProperty().bind(drawing.blankProperty().and(example.playingProperty().not()));
    setOnAction(event -> play.run());
    frames =
        new AnimationTimer() {
          private long before;

          @Override
          public void start() {
            before = System.nanoTime();
            super.start();
          }

          @Override
          public void handle(long now) {
            example.advance(Math.max(0, now - before) * NANOSECONDS);
            before = now;
          }
        };
    example
        .playingProperty()
        .subscribe(
            playing -> {
              if (playing) {
                frames.start();
              } else {
                frames.stop();
              }
            });
  }
}
