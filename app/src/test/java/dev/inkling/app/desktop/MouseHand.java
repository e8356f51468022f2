package dev.inkling.app.desktop;

import dev.inkling.app.draw.DrawingSurface;
import dev.inkling.model.ink.Point;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A robot's mouse on the drawing surface; points are the canvas's.
record MouseHand(FxRobot robot) {
  /// How many points a mouse reports between two of a script's.
  private static final int STEPS = 8;

  static MouseHand of(FxRobot robot) {
    return new MouseHand(robot);
  }

  /// One stroke, from pen down to pen up.
  void draw(List<Point> points) {
    press(points.getFirst());
    for (int i = 1; i < points.size(); i++) {
      segment(points.get(i - 1), points.get(i));
    }
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void press(Point point) {
    moveTo(point);
    robot.press(MouseButton.PRIMARY);
  }

  void moveTo(Point point) {
    robot.robotContext().getMouseRobot().move(onScreen(point));
  }

  private void segment(Point from, Point to) {
    for (int i = 1; i <= STEPS; i++) {
      double part = (double) i / STEPS;
      var point =
          new Point(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()));
      robot.robotContext().getMouseRobot().moveNoWait(onScreen(point));
    }
  }

  private Point2D onScreen(Point canvas) {
    DrawingSurface surface = robot.lookup("#surface").query();
    return surface.localToScreen(surface.onSurface(canvas));
  }
}
