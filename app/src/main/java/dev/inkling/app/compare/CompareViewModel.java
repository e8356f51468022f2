package dev.inkling.app.compare;

import dev.inkling.app.predict.PredictionViewModel;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.texts.Sentence;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Two models read the same drawing. Both are asked only while somebody looks.
public final class CompareViewModel {
  private final PredictionViewModel main;
  private final ColumnViewModel left;
  private final ColumnViewModel right;
  private final ObservableList<String> models = FXCollections.observableArrayList();
  private final BooleanProperty showing = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Sentence> remark = new ReadOnlyObjectWrapper<>(Sentence.NONE);

  /// Begins with the network of the course assignment and the one that reads real hands.
  ///
  /// @param main whose drawing is compared
  public CompareViewModel(PredictionViewModel main) {
    this.main = main;
    left = new ColumnViewModel(main.another(), "seed");
    right = new ColumnViewModel(main.another(), "robust");
    main.drawingProperty().addListener(drawing -> ask());
    showing.addListener(
        shown -> {
          // Its colours are of one model, and what they mean is said where nobody looks now.
          main.why().leave();
          ask();
        });
    for (ColumnViewModel column : List.of(left, right)) {
      column.prediction().answeredProperty().addListener(answer -> compare());
      column.modelProperty().addListener(model -> compare());
    }
    compare();
  }

  public ColumnViewModel left() {
    return left;
  }

  public ColumnViewModel right() {
    return right;
  }

  /// The models to choose from, as far as the server has told.
  public ObservableList<String> models() {
    return models;
  }

  /// Whether somebody looks.
  public BooleanProperty showingProperty() {
    return showing;
  }

  /// Why the two differ, if they do.
  public ReadOnlyObjectProperty<Sentence> remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  /// Models come and go while a server runs: asks it which there are now.
  public void refreshModels() {
    main.tellModels(
        names -> {
          if (!names.equals(models)) {
            models.setAll(names);
          }
          left.prediction().askAgain();
          right.prediction().askAgain();
        });
  }

  private void ask() {
    if (showing.get()) {
      left.prediction().ask(main.drawingProperty().get());
      right.prediction().ask(main.drawingProperty().get());
      compare();
    }
  }

  private void compare() {
    if (main.drawingProperty().get().isEmpty()) {
      remark.set(Sentence.of("nothing-to-compare"));
      return;
    }
    Optional<Answered> one = left.prediction().answeredProperty().get();
    Optional<Answered> other = right.prediction().answeredProperty().get();
    if (one.isEmpty() || other.isEmpty()) {
      remark.set(Sentence.NONE);
    } else if (one.get().drawing().equals(other.get().drawing())) {
      remark.set(Difference.between(reader(left, one.get()), reader(right, other.get())));
    }
    // Otherwise one of them has yet to read what the other has read.
  }

  private static Difference.Reader reader(ColumnViewModel column, Answered answered) {
    return new Difference.Reader(column.modelProperty().get(), answered.answer());
  }
}
