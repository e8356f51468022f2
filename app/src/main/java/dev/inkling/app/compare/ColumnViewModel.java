package dev.inkling.app.compare;

import dev.inkling.app.predict.PredictionViewModel;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One of the models beside each other, and what it says of the drawing.
public final class ColumnViewModel {
  private final PredictionViewModel prediction;
  private final StringProperty model;

  ColumnViewModel(PredictionViewModel prediction, String model) {
    this.prediction = prediction;
    this.model = new SimpleStringProperty(model);
    this.model.subscribe(prediction::askModel);
  }

  /// What it says.
  public PredictionViewModel prediction() {
    return prediction;
  }

  /// Its name, which need not be that of a model that the server has.
  public StringProperty modelProperty() {
    return model;
  }
}
