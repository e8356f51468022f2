package dev.inkling.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.desktop.PenUpWatch.Figures;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Ink;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PenUpWatchTest {
  private long now;
  private int drawings;
  private final PenUpWatch watch = new PenUpWatch(() -> now);

  @Test
  void tellsLastMedianAndLongest() {
    for (int wait : new int[] {30, 10, 20}) {
      wait(wait);
    }
    assertThat(watch.figuresProperty().get())
        .contains(
            new Figures(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(30), 3));
  }

  @Test
  void answersToWhatLayThereBeforeDoNotCount() {
    Drawing earlier = drawing();
    watch.penUp(drawing());
    watch.barsDrawn(earlier);
    assertThat(watch.figuresProperty().get()).isEmpty();
  }

  @Test
  void nobodyWaitsForBarsThatAreThereBeforeThePenLeaves() {
    Drawing drawing = drawing();
    watch.barsDrawn(drawing);
    watch.penUp(drawing);
    watch.barsDrawn(drawing);
    assertThat(watch.figuresProperty().get()).isEmpty();
  }

  private void wait(int milliseconds) {
    Drawing drawing = drawing();
    watch.penUp(drawing);
    now += Duration.ofMillis(milliseconds).toNanos();
    watch.barsDrawn(drawing);
    watch.barsDrawn(drawing);
  }

  private Drawing drawing() {
    drawings++;
    return Drawing.blank(drawings, drawings, Ink.WHITE);
  }
}
