package dev.inkling.app.predict;

import dev.inkling.app.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// Ten bars, one a digit: how probable each is.
public final class BarsView extends GridPane {
  private final List<DigitBar> bars;
  private final Glide glide = new Glide();

  /// Ten bars, empty as yet.
  ///
  /// @param texts of this package
  /// @param idPrefix of the nodes' ids, where a window has more than one of it
  public BarsView(Texts texts, String idPrefix) {
    bars =
        IntStream.range(0, Answer.DIGITS)
            .mapToObj(digit -> new DigitBar(digit, texts, idPrefix))
            .toList();
    getStyleClass().add("bars");
    var growing = new ColumnConstraints();
    growing.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(new ColumnConstraints(), growing, new ColumnConstraints());
    var row = new RowConstraints();
    row.setVgrow(Priority.ALWAYS);
    for (DigitBar bar : bars) {
      bar.addTo(this);
      getRowConstraints().add(row);
    }
  }

  /// Shows an answer's probabilities, or that there is none.
  public void show(Optional<Answer> answer) {
    Map<DoubleProperty, Double> aims = new LinkedHashMap<>();
    for (int digit = 0; digit < bars.size(); digit++) {
      DigitBar bar = bars.get(digit);
      if (answer.isPresent()) {
        double probability = answer.get().probabilities().get(digit);
        bar.say(probability, answer.get().isDigit() && digit == answer.get().digit());
        aims.put(bar.progressProperty(), probability);
      } else {
        bar.bare();
        aims.put(bar.progressProperty(), 0.0);
      }
    }
    glide.to(aims);
  }

  /// Lets mouse and keyboard choose a bar. The rows are equally high and leave no gaps that a mouse
  /// could miss them by.
  ///
  /// @param chosen takes its digit
  void letChoose(IntConsumer chosen) {
    bars.forEach(bar -> bar.letChoose(chosen));
    setCursor(Cursor.HAND);
    // A filter, since bars keep the clicks on them to themselves.
    addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          int row = (int) (event.getY() / getHeight() * bars.size());
          bars.get(Math.clamp(row, 0, bars.size() - 1)).choose(chosen);
        });
  }

  /// Marks the bar whose digit is asked about.
  void mark(Optional<Integer> asked) {
    for (int digit = 0; digit < bars.size(); digit++) {
      bars.get(digit).mark(asked.equals(Optional.of(digit)));
    }
  }
}
