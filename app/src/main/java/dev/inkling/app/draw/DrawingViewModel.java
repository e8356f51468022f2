package dev.inkling.app.draw;

import dev.inkling.model.ink.Backdrop;
import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The drawing on the desk and the stroke in hand. The stroke grows in a plain list and becomes an
/// immutable [Stroke] only when it is looked at, so a long one costs no more per point than a short
/// one.
public final class DrawingViewModel {
  /// The canvas's side in pixels.
  public static final int SIDE = 560;

  public static final double NARROWEST_BRUSH = 2;
  public static final double WIDEST_BRUSH = 80;

  /// A hand that rests trembles by less; closer points say nothing.
  private static final double LEAST_DISTANCE = 0.75;

  private final History history;
  private final List<Point> hand = new ArrayList<>();
  private Brush brush = Tool.BRUSH.brush(Tool.BRUSH.width(), Ink.BLACK, Ink.WHITE);

  /// How many of the hand's points stay while a ruler moves its last one; 0 without a ruler.
  private int beforeRuler;

  private final Map<Tool, DoubleProperty> widths = new EnumMap<>(Tool.class);
  private final ReadOnlyObjectWrapper<Drawing> drawing;
  private final ReadOnlyObjectWrapper<Ink> paper;
  private final ReadOnlyIntegerWrapper pointsInHand = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final DoubleProperty brushWidth = new SimpleDoubleProperty(Tool.BRUSH.width());
  private final BooleanProperty choosingWidth = new SimpleBooleanProperty();
  private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.BRUSH);
  private final ObjectProperty<Ink> ink = new SimpleObjectProperty<>(Ink.BLACK);

  /// A bare white canvas.
  public DrawingViewModel() {
    this(Drawing.blank(SIDE, SIDE, Ink.WHITE));
  }

  /// Goes on with that drawing; what led to it can't be undone.
  public DrawingViewModel(Drawing begun) {
    history = new History(begun);
    drawing = new ReadOnlyObjectWrapper<>(begun);
    paper = new ReadOnlyObjectWrapper<>(begun.paper());
    paper.subscribe(this::keepInkVisible);
    for (Tool each : Tool.values()) {
      widths.put(each, new SimpleDoubleProperty(each.width()));
    }
    brushWidth.bindBidirectional(widthProperty(tool.get()));
    tool.addListener((chosen, before, now) -> changeWidth(before, now));
    showPresent();
  }

  /// What has been drawn, without the stroke in hand.
  public ReadOnlyObjectProperty<Drawing> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  public Drawing getDrawing() {
    return drawing.get();
  }

  /// How many points the hand has given to its stroke so far: it counts on as often as the stroke
  /// in hand changes, also where a ruler only moves the end. 0 while the pen is up.
  public ReadOnlyIntegerProperty pointsInHandProperty() {
    return pointsInHand.getReadOnlyProperty();
  }

  /// Whether the canvas is bare, also of a stroke in hand.
  public ReadOnlyBooleanProperty blankProperty() {
    return blank.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /// Of the tool in hand, in canvas pixels, between [#NARROWEST_BRUSH] and [#WIDEST_BRUSH].
  public DoubleProperty brushWidthProperty() {
    return brushWidth;
  }

  /// Each tool keeps its own, in canvas pixels as [#brushWidthProperty()].
  public DoubleProperty widthProperty(Tool of) {
    return Objects.requireNonNull(widths.get(of));
  }

  /// Whether somebody is about to choose a width, and wants to see how broad it is.
  public BooleanProperty choosingWidthProperty() {
    return choosingWidth;
  }

  public ObjectProperty<Tool> toolProperty() {
    return tool;
  }

  /// What the next stroke leaves.
  public ObjectProperty<Ink> inkProperty() {
    return ink;
  }

  /// What the canvas is covered with.
  public ReadOnlyObjectProperty<Ink> paperProperty() {
    return paper.getReadOnlyProperty();
  }

  /// The stroke in hand as it is now.
  public Optional<Stroke> strokeInHand() {
    return hand.isEmpty() ? Optional.empty() : Optional.of(new Stroke(brush, hand));
  }

  /// What the screen shows: the drawing with the stroke in hand on top.
  public Drawing asSeen() {
    return strokeInHand().map(drawing.get()::plus).orElseGet(drawing::get);
  }

  /// Puts the pen down; it takes the tool, width and ink of this moment for the whole stroke.
  public void penDown(Point point) {
    penUp();
    double width = Math.clamp(brushWidth.get(), NARROWEST_BRUSH, WIDEST_BRUSH);
    brush = tool.get().brush(width, ink.get(), paper.get());
    beforeRuler = 0;
    add(point);
  }

  /// Draws on to the point; nothing while the pen is up. Points beyond the canvas are welcome: the
  /// stroke leaves it and comes back.
  public void penMove(Point point) {
    beforeRuler = 0;
    if (!hand.isEmpty() && distance(hand.getLast(), point) >= LEAST_DISTANCE) {
      add(point);
    }
  }

  /// Draws a straight line to the point from where the pen was when the ruler was laid down, in
  /// place of the line that it gave before.
  public void ruleTo(Point point) {
    if (hand.isEmpty()) {
      return;
    }
    if (beforeRuler == 0) {
      beforeRuler = hand.size();
    }
    Point end = Ruler.end(hand.get(beforeRuler - 1), point);
    if (distance(hand.getLast(), end) >= LEAST_DISTANCE) {
      hand.subList(beforeRuler, hand.size()).clear();
      add(end);
    }
  }

  /// Lifts the pen there: of a stroke made in an instant the system may tell no more than its two
  /// ends. A line by the ruler stays where it was laid, for Shift goes up before the pen does.
  public void penUp(Point point) {
    if (beforeRuler == 0) {
      penMove(point);
    }
    penUp();
  }

  /// Lifts the pen: the stroke becomes part of the drawing. A pen that never moved leaves a dot.
  public void penUp() {
    if (hand.isEmpty()) {
      return;
    }
    Drawing next = asSeen();
    hand.clear();
    take(next);
    pointsInHand.set(0);
  }

  /// Takes back the last step. A stroke in hand is the last step.
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
    take(drawing.get().cleared());
  }

  /// Draws on with that picture in place of what was drawn; one step.
  ///
  /// @param around the colour of the picture's edge, which the paper around it takes on
  public void show(Backdrop picture, Optional<Ink> around) {
    penUp();
    take(drawing.get().onPaper(around.orElse(paper.get())).showing(picture));
  }

  /// Other paper below the same strokes.
  public void changePaper(Ink other) {
    penUp();
    take(drawing.get().onPaper(other));
  }

  /// Exchanges the colours of ink and paper, also in what has been drawn: a black digit on white
  /// becomes a white one on black.
  public void swapColours() {
    penUp();
    Ink before = paper.get();
    take(drawing.get().exchanging(ink.get(), before));
    ink.set(before);
  }

  /// White ink on black paper, as MNIST has it; from black paper back to black on white.
  public void whiteOnBlack() {
    penUp();
    Ink next = paper.get().equals(Ink.BLACK) ? Ink.WHITE : Ink.BLACK;
    take(drawing.get().exchanging(Ink.BLACK, Ink.WHITE).onPaper(next));
    ink.set(next.contrasting());
  }

  /// A tenth broader, or by a pixel.
  public void broader() {
    chooseWidth(brushWidth.get() + widthStep());
  }

  /// A tenth narrower, or by a pixel.
  public void narrower() {
    chooseWidth(brushWidth.get() - widthStep());
  }

  private double widthStep() {
    return Math.max(1, Math.rint(brushWidth.get() / 10));
  }

  private void chooseWidth(double width) {
    brushWidth.set(Math.clamp(width, NARROWEST_BRUSH, WIDEST_BRUSH));
  }

  private void changeWidth(Tool before, Tool now) {
    brushWidth.unbindBidirectional(widthProperty(before));
    brushWidth.bindBidirectional(widthProperty(now));
  }

  /// Nobody means to draw black on paper that has just become black.
  private void keepInkVisible(Ink onPaper) {
    if (!ink.get().showsOn(onPaper)) {
      ink.set(onPaper.contrasting());
    }
  }

  private void add(Point point) {
    hand.add(point);
    blank.set(false);
    pointsInHand.set(pointsInHand.get() + 1);
  }

  private void take(Drawing next) {
    if (!next.equals(history.present())) {
      history.add(next);
    }
    showPresent();
  }

  private void showPresent() {
    drawing.set(history.present());
    paper.set(history.present().paper());
    blank.set(history.present().isBlank());
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
  }

  private static double distance(Point from, Point to) {
    return Math.hypot(to.x() - from.x(), to.y() - from.y());
  }
}
