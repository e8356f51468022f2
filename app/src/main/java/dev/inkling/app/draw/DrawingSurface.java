package dev.inkling.app.draw;

import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Point;
import javafx.animation.AnimationTimer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.stage.Window;

/// The paper. Mouse, pen and finger draw on it (JavaFX reports all three as a mouse), and it is as
/// large as its place allows, always a square.
public final class DrawingSurface extends Region {
  private final DrawingViewModel viewModel;
  private final InkRaster raster;
  private final PaperView paper;
  private final Region edge = new Region();
  private final Label hint = new Label();
  private final BrushOutline outline;

  /// Pixels of the screen for each of the window's units.
  private final ObservableValue<Double> density =
      sceneProperty()
          .flatMap(Scene::windowProperty)
          .flatMap(Window::renderScaleXProperty)
          .map(Number::doubleValue)
          .orElse(1.0);

  private int fingers;

  /// A mouse reports up to a thousand points a second; they are painted once per frame.
  private final AnimationTimer nextFrame =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          raster.show(viewModel.getDrawing(), viewModel.strokeInHand());
        }
      };

  public DrawingSurface(DrawingViewModel viewModel, DrawingRenderer renderer, Language language) {
    this.viewModel = viewModel;
    Texts texts = language.of(DrawingSurface.class);
    raster = new InkRaster(viewModel.getDrawing(), renderer);
    paper = raster.paper();
    outline = new BrushOutline(viewModel);
    setId("surface");
    getStyleClass().add("surface");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(texts.bound("surface"));
    // The pen is over the paper, or nowhere: the outline reaches out of this node's bounds.
    setPickOnBounds(false);
    // The outline is the cursor, but for brushes so narrow that it would be lost.
    cursorProperty()
        .bind(
            Bindings.when(outline.findableProperty())
                .then(Cursor.NONE)
                .otherwise(Cursor.CROSSHAIR));

    hint.textProperty().bind(texts.bound("hint"));
    hint.getStyleClass().add("paper-hint");
    hint.setWrapText(true);
    hint.setTextAlignment(TextAlignment.CENTER);
    hint.setMouseTransparent(true);
    hint.visibleProperty().bind(viewModel.blankProperty());
    edge.getStyleClass().add("paper-edge");
    edge.setMouseTransparent(true);
    getChildren().addAll(paper, hint, edge, outline);
    density.addListener(change -> requestLayout());

    viewModel.drawingProperty().addListener(this::inkChanged);
    viewModel.pointsInHandProperty().addListener(this::inkChanged);
    listenToPen();
  }

  /// Where a point of the canvas lies within this node; tests and scripted strokes aim by it.
  public javafx.geometry.Point2D onSurface(Point canvas) {
    return new javafx.geometry.Point2D(
        paper.getLayoutX() + canvas.x() * scale(), paper.getLayoutY() + canvas.y() * scale());
  }

  private void listenToPen() {
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && !isOfAnotherFinger(event)) {
            viewModel.penDown(onCanvas(event));
          }
        });
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draw);
    addEventHandler(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            lift(event);
          }
        });
    addEventHandler(TouchEvent.ANY, event -> fingers = event.getTouchCount());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::followMouse);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::followMouse);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::followMouse);
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> outline.leave());
  }

  private void draw(MouseEvent event) {
    if (event.isShiftDown()) {
      viewModel.ruleTo(onCanvas(event));
    } else {
      viewModel.penMove(onCanvas(event));
    }
  }

  /// Where the mouse is let go the stroke ends; where another finger leaves, it does not.
  private void lift(MouseEvent event) {
    if (isOfAnotherFinger(event)) {
      viewModel.penUp();
      return;
    }
    if (event.isShiftDown()) {
      viewModel.ruleTo(onCanvas(event));
    }
    viewModel.penUp(onCanvas(event));
  }

  /// A finger is reported as a mouse too. The second one, or the palm, must not end the stroke of
  /// the first.
  private boolean isOfAnotherFinger(MouseEvent event) {
    return event.isSynthesized() && fingers > 1;
  }

  /// A finger hides what is below it, and there is nothing to follow between two touches.
  private void followMouse(MouseEvent event) {
    if (event.isSynthesized()) {
      outline.leave();
    } else {
      outline.follow(event.getX(), event.getY());
    }
  }

  private void inkChanged(Observable ink) {
    nextFrame.start();
  }

  private Point onCanvas(MouseEvent event) {
    return new Point(
        (event.getX() - paper.getLayoutX()) / scale(),
        (event.getY() - paper.getLayoutY()) / scale());
  }

  private double scale() {
    return paper.scale();
  }

  @Override
  protected void layoutChildren() {
    // Whole pixels of the screen, so that each of the paper's is one.
    double pixels = density.getValue();
    double side = Math.floor(Math.min(getWidth(), getHeight()) * pixels) / pixels;
    paper.place(side, pixels);
    double left = snapPositionX((getWidth() - side) / 2);
    double top = snapPositionY((getHeight() - side) / 2);
    paper.relocate(left, top);
    outline.place(left + side / 2, top + side / 2, scale());
    edge.resizeRelocate(left - 1, top - 1, side + 2, side + 2);
    layoutInArea(hint, left, top, side, side, 0, HPos.CENTER, VPos.CENTER);
  }

  @Override
  protected double computePrefWidth(double height) {
    return DrawingViewModel.SIDE;
  }

  @Override
  protected double computePrefHeight(double width) {
    return DrawingViewModel.SIDE;
  }

  @Override
  protected double computeMinWidth(double height) {
    return DrawingViewModel.SIDE / 2.0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return DrawingViewModel.SIDE / 2.0;
  }
}
