package dev.inkling.app.desktop;

import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.draw.Tool;
import dev.inkling.model.data.DigitStyles;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Point;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Writes a digit on the paper as a hand does, stroke by stroke, for whoever wonders what the
/// window is for. It gives way at once to anything else that happens to the drawing.
public final class ExampleViewModel {
  private static final int DIGITS = 10;

  /// The side of the field in which the shapes of digits are described.
  private static final double FIELD = 100;

  /// A digit takes about that part of the paper.
  private static final double SHARE = 0.6;

  /// Heights of the paper that a hand travels in a second.
  private static final double PACE = 0.9;

  /// A piece of the pen's way.
  ///
  /// @param way how far the pen has come when it arrives there, on the paper and above it
  /// @param down whether it goes down there
  /// @param up whether it leaves the paper there
  private record Step(double way, Point to, boolean down, boolean up) {}

  private final DrawingViewModel drawing;
  private final RandomGenerator random;
  private final Deque<Step> ahead = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private double way;
  private Drawing left;
  private int pointsLeft;

  public ExampleViewModel(DrawingViewModel drawing, RandomGenerator random) {
    this.drawing = drawing;
    this.random = random;
    left = drawing.getDrawing();
  }

  /// Whether it is writing.
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /// Clears the paper, which can be undone as always, and begins to write any digit.
  public void play() {
    drawing.clear();
    if (drawing.toolProperty().get() == Tool.ERASER) {
      drawing.toolProperty().set(Tool.BRUSH);
    }
    // The first style of each digit is the plain one.
    plan(DigitStyles.of(random.nextInt(DIGITS)).getFirst().lines(random));
    leave();
    playing.set(true);
  }

  /// Writes on, as far as a hand comes in that time; nothing while it is not playing.
  public void advance(double seconds) {
    if (!playing.get()) {
      return;
    }
    if (somebodyElseDrew()) {
      playing.set(false);
      return;
    }
    way += seconds * PACE * drawing.getDrawing().height();
    while (!ahead.isEmpty() && ahead.element().way <= way) {
      take(ahead.remove());
    }
    leave();
    playing.set(!ahead.isEmpty());
  }

  private void plan(List<List<Point>> lines) {
    ahead.clear();
    way = 0;
    double travelled = 0;
    Point from = onPaper(lines.getFirst().getFirst());
    for (List<Point> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        Point to = onPaper(line.get(i));
        travelled += Math.hypot(to.x() - from.x(), to.y() - from.y());
        ahead.add(new Step(travelled, to, i == 0, i == line.size() - 1));
        from = to;
      }
    }
  }

  private void take(Step step) {
    if (step.down) {
      drawing.penDown(step.to);
    } else {
      drawing.penMove(step.to);
    }
    if (step.up) {
      drawing.penUp();
    }
  }

  private Point onPaper(Point inField) {
    double width = drawing.getDrawing().width();
    double height = drawing.getDrawing().height();
    double scale = Math.min(width, height) * SHARE / FIELD;
    return new Point(
        width / 2 + (inField.x() - FIELD / 2) * scale,
        height / 2 + (inField.y() - FIELD / 2) * scale);
  }

  private void leave() {
    left = drawing.getDrawing();
    pointsLeft = drawing.pointsInHandProperty().get();
  }

  private boolean somebodyElseDrew() {
    return pointsLeft != drawing.pointsInHandProperty().get() || !left.equals(drawing.getDrawing());
  }
}
