package dev.inkling.app.draw;

import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The drawing on the desk and the stroke in hand. The stroke grows in a plain list and becomes an
/// immutable [Stroke] only when it is looked at, so a long one costs no more per point than a short
/// one.
public final class DrawingViewModel {
  /// The canvas's side in pixels.
  public static final int SIDE = 560;

  /// A twentieth of the canvas: shrunk to 28x28 it is as thick as the strokes of MNIST.
  public static final double BRUSH_WIDTH = 28;

  public static final double NARROWEST_BRUSH = 4;
  public static final double WIDEST_BRUSH = 80;

  /// A hand that rests trembles by less; closer points say nothing.
  private static final double LEAST_DISTANCE = 0.75;

  private final History history = new History(Drawing.blank(SIDE, SIDE, Ink.WHITE));
  private final List<Point> hand = new ArrayList<>();
  private Brush brush = new Brush(BRUSH_WIDTH, Ink.BLACK);

  private final ReadOnlyObjectWrapper<Drawing> drawing =
      new ReadOnlyObjectWrapper<>(history.present());
  private final ReadOnlyIntegerWrapper pointsInHand = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final DoubleProperty brushWidth = new SimpleDoubleProperty(BRUSH_WIDTH);
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.PEN);

  /// What has been drawn, without the stroke in hand.
  public ReadOnlyObjectProperty<Drawing> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  public Drawing getDrawing() {
    return drawing.get();
  }

  /// How many points the stroke in hand has; 0 while the pen is up.
  public ReadOnlyIntegerProperty pointsInHandProperty() {
    return pointsInHand.getReadOnlyProperty();
  }

  /// Whether the canvas is as bare as at the start, also of a stroke in hand.
  public ReadOnlyBooleanProperty blankProperty() {
    return blank.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /// In canvas pixels, between [#NARROWEST_BRUSH] and [#WIDEST_BRUSH].
  public DoubleProperty brushWidthProperty() {
    return brushWidth;
  }

  public ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  /// The stroke in hand as it is now.
  public Optional<Stroke> strokeInHand() {
    return hand.isEmpty() ? Optional.empty() : Optional.of(new Stroke(brush, hand));
  }

  /// What the screen shows: the drawing with the stroke in hand on top.
  public Drawing asSeen() {
    return strokeInHand().map(drawing.get()::plus).orElseGet(drawing::get);
  }

  /// Puts the pen down; it takes the width and tool of this moment for the whole stroke.
  public void penDown(Point point) {
    penUp();
    Ink ink = tool.get() == Tool.PEN ? Ink.BLACK : drawing.get().paper();
    brush = new Brush(Math.clamp(brushWidth.get(), NARROWEST_BRUSH, WIDEST_BRUSH), ink);
    add(point);
  }

  /// Draws on to the point; nothing while the pen is up. Points beyond the canvas are welcome: the
  /// stroke leaves it and comes back.
  public void penMove(Point point) {
    if (!hand.isEmpty() && distance(hand.getLast(), point) >= LEAST_DISTANCE) {
      add(point);
    }
  }

  /// Lifts the pen: the stroke becomes part of the drawing. A pen that never moved leaves a dot.
  public void penUp() {
    if (hand.isEmpty()) {
      return;
    }
    Drawing next = asSeen();
    hand.clear();
    history.add(next);
    showPresent();
    pointsInHand.set(0);
  }

  /// Takes back the last step: a stroke or a clearing. A stroke in hand is the last step.
  public void undo() {
    penUp();
    history.undo();
    showPresent();
  }

  public void redo() {
    penUp();
    history.redo();
    showPresent();
  }

  /// Bares the canvas, which can be undone like any stroke.
  public void clear() {
    penUp();
    if (!drawing.get().isBlank()) {
      history.add(drawing.get().cleared());
      showPresent();
    }
  }

  private void add(Point point) {
    hand.add(point);
    blank.set(false);
    pointsInHand.set(hand.size());
  }

  private void showPresent() {
    drawing.set(history.present());
    blank.set(history.present().isBlank());
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
  }

  private static double distance(Point from, Point to) {
    return Math.hypot(to.x() - from.x(), to.y() - from.y());
  }
}
