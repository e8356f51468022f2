package dev.inkling.app.desktop;

import dev.inkling.app.compare.CompareViewModel;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.predict.PredictionViewModel;
import dev.inkling.app.server.ServerViewModel;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;

/// The whole window: what is drawn is asked, what goes wrong is said in one place.
public final class MainViewModel {
  private final DrawingViewModel drawing;
  private final PredictionViewModel prediction;
  private final ServerViewModel server;
  private final CompareViewModel compare;
  private final PenUpWatch penUpWatch;
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  private final BooleanProperty debugging = new SimpleBooleanProperty();
  private final StringExpression problem;

  public MainViewModel(
      DrawingViewModel drawing,
      PredictionViewModel prediction,
      ServerViewModel server,
      PenUpWatch penUpWatch) {
    this.drawing = drawing;
    this.prediction = prediction;
    this.server = server;
    this.penUpWatch = penUpWatch;
    compare = new CompareViewModel(prediction);
    prediction.why().penDownProperty().bind(drawing.pointsInHandProperty().greaterThan(0));
    // Without a server there is nothing to say about predictions.
    problem =
        Bindings.when(server.problemProperty().isNotEmpty())
            .then(server.problemProperty())
            .otherwise(prediction.problemProperty());
    drawing.drawingProperty().addListener(change -> prediction.ask(drawing.asSeen()));
    drawing.pointsInHandProperty().addListener((points, before, now) -> handMoved(now.intValue()));
  }

  public DrawingViewModel drawing() {
    return drawing;
  }

  public PredictionViewModel prediction() {
    return prediction;
  }

  public CompareViewModel compare() {
    return compare;
  }

  public ServerViewModel server() {
    return server;
  }

  public PenUpWatch penUpWatch() {
    return penUpWatch;
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /// Whether the window shows how long its answers take.
  public BooleanProperty debuggingProperty() {
    return debugging;
  }

  /// The one line that says what is wrong and what to do; empty when all is well.
  public ObservableStringValue problemProperty() {
    return problem;
  }

  private void handMoved(int pointsInHand) {
    if (pointsInHand == 0) {
      penUpWatch.penUp(drawing.getDrawing());
    }
    prediction.ask(drawing.asSeen());
  }
}
