package dev.inkling.app.draw;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Group;
import javafx.scene.shape.Circle;

/// Where the next stroke would begin and how broad it would be: a circle of the brush's true size
/// below the mouse, or in the middle of the paper while a size is chosen elsewhere. It is a light
/// line beside a dark one, so that one of them shows on any ink and paper.
final class BrushOutline extends Group {
  /// On the screen, in pixels; smaller circles are hard to find.
  private static final double FINDABLE = 10;

  private final BooleanProperty followsMouse = new SimpleBooleanProperty();
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private final BooleanExpression findable;
  private double middleX;
  private double middleY;

  BrushOutline(DrawingViewModel viewModel) {
    setId("brush-outline");
    setManaged(false);
    setMouseTransparent(true);
    var radius = viewModel.brushWidthProperty().multiply(scale).divide(2);
    var dark = circle("brush-outline-dark");
    dark.radiusProperty().bind(radius);
    var light = circle("brush-outline-light");
    light.radiusProperty().bind(radius.add(1));
    getChildren().addAll(dark, light);
    viewModel.choosingWidthProperty().subscribe(this::comeToTheMiddle);
    visibleProperty().bind(followsMouse.or(viewModel.choosingWidthProperty()));
    findable = Bindings.createBooleanBinding(() -> 2 * radius.get() >= FINDABLE, radius);
  }

  /// Whether it is large enough to be seen at a glance.
  BooleanExpression findableProperty() {
    return findable;
  }

  /// Shows it at that point of the surface.
  void follow(double x, double y) {
    followsMouse.set(true);
    relocateTo(x, y);
  }

  /// The mouse is elsewhere.
  void leave() {
    followsMouse.set(false);
  }

  /// The paper's middle and magnification have changed.
  void place(double x, double y, double magnification) {
    middleX = x;
    middleY = y;
    scale.set(magnification);
  }

  private void comeToTheMiddle(boolean wanted) {
    if (wanted && !followsMouse.get()) {
      relocateTo(middleX, middleY);
    }
  }

  private void relocateTo(double x, double y) {
    setLayoutX(x);
    setLayoutY(y);
  }

  private static Circle circle(String styleClass) {
    var circle = new Circle();
    circle.getStyleClass().add(styleClass);
    return circle;
  }
}
