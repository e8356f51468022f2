package dev.inkling.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.draw.Tool;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExampleViewModelTest {
  private static final double FRAME = 1.0 / 60;

  /// Longer than any digit takes.
  private static final int FRAMES = 60 * 20;

  private final DrawingViewModel drawing = new DrawingViewModel();
  private final ExampleViewModel example = new ExampleViewModel(drawing, new Random(1));

  @Test
  void aDigitIsWrittenBitByBitAtAHandsPace() {
    example.play();
    int frames = 0;
    int mostNewPoints = 0;
    while (example.playingProperty().get() && frames < FRAMES) {
      int before = drawing.pointsInHandProperty().get();
      example.advance(FRAME);
      mostNewPoints = Math.max(mostNewPoints, drawing.pointsInHandProperty().get() - before);
      frames++;
    }
    assertThat(frames).as("about a second or some more").isBetween(40, 60 * 6);
    assertThat(mostNewPoints).isLessThanOrEqualTo(2);
    assertThat(drawing.getDrawing().isBlank()).isFalse();
    assertThat(drawing.pointsInHandProperty().get()).as("the pen is up").isZero();
  }

  @Test
  void everyDigitFitsOnThePaper() {
    for (int seed = 0; seed < 40; seed++) {
      var paper = new DrawingViewModel();
      var other = new ExampleViewModel(paper, new Random(seed));
      other.play();
      other.advance(60);
      assertThat(other.playingProperty().get()).isFalse();
      assertThat(paper.getDrawing().strokes())
          .flatMap(stroke -> stroke.points())
          .allMatch(point -> point.x() > 40 && point.x() < 520)
          .allMatch(point -> point.y() > 40 && point.y() < 520);
    }
  }

  @Test
  void whatWasDrawnBeforeCanBeHadBack() {
    dot(100);
    Drawing before = drawing.getDrawing();
    example.play();
    example.advance(60);
    while (!drawing.getDrawing().isBlank()) {
      drawing.undo();
    }
    drawing.undo();
    assertThat(drawing.getDrawing()).isEqualTo(before);
  }

  @Test
  void itEndsWhenSomebodyDrawsAndLeavesTheirStrokeAlone() {
    example.play();
    example.advance(0.3);
    drawing.penDown(new Point(10, 10));
    example.advance(FRAME);
    assertThat(example.playingProperty().get()).isFalse();
    example.advance(60);
    drawing.penUp();
    assertThat(drawing.getDrawing().strokes().getLast().points())
        .containsExactly(new Point(10, 10));
  }

  @Test
  void itEndsWhenSomebodyUndoesOrClears() {
    example.play();
    example.advance(0.3);
    drawing.clear();
    example.advance(FRAME);
    assertThat(example.playingProperty().get()).isFalse();
    assertThat(drawing.getDrawing().isBlank()).isTrue();
  }

  @Test
  void anEraserIsPutAwayFirst() {
    drawing.toolProperty().set(Tool.ERASER);
    example.play();
    example.advance(60);
    assertThat(drawing.getDrawing().strokes().getFirst().brush().ink())
        .isNotEqualTo(drawing.getDrawing().paper());
  }

  private void dot(double x) {
    drawing.penDown(new Point(x, 10));
    drawing.penUp();
  }
}
