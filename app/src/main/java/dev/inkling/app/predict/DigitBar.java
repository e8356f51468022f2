package dev.inkling.app.predict;

import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;

/// One digit's row: its name, how probable it is as a bar, and the same as a number.
final class DigitBar {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

  private final int digit;
  private final Texts texts;
  private final Label name;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label number = new Label();
  private final ObjectProperty<Sentence> percent = new SimpleObjectProperty<>(Sentence.NONE);
  private final ObjectProperty<Sentence> said = new SimpleObjectProperty<>(Sentence.NONE);

  DigitBar(int digit, Texts texts, String idPrefix) {
    this.digit = digit;
    this.texts = texts;
    name = new Label(String.valueOf(digit));
    name.setId(idPrefix + "name-" + digit);
    name.getStyleClass().add("digit-name");
    bar.setId(idPrefix + "bar-" + digit);
    bar.getStyleClass().add("digit-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    number.setId(idPrefix + "percent-" + digit);
    number.getStyleClass().add("digit-number");
    number.textProperty().bind(texts.said(percent));
    bar.accessibleTextProperty().bind(texts.said(said));
    bare();
  }

  void addTo(GridPane grid) {
    grid.addRow(digit, name, bar, number);
  }

  /// What the bar's length shows; who sets it decides how it gets there.
  DoubleProperty progressProperty() {
    return bar.progressProperty();
  }

  /// Says it in figures.
  void say(double probability, boolean best) {
    say(
        best,
        Sentence.of("percent", probability * 100),
        Sentence.of("bar", digit, probability * 100));
  }

  /// As long as nothing has been asked.
  void bare() {
    say(false, Sentence.NONE, Sentence.of("bar.bare", digit));
  }

  void letChoose(IntConsumer chosen) {
    var what = new Tooltip();
    what.textProperty().bind(texts.bound("bar.ask", digit));
    bar.setFocusTraversable(true);
    bar.accessibleHelpProperty().bind(texts.bound("bar.ask", digit));
    bar.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            choose(chosen);
            event.consume();
          }
        });
    parts().forEach(part -> part.setTooltip(what));
  }

  void choose(IntConsumer chosen) {
    bar.requestFocus();
    chosen.accept(digit);
  }

  void mark(boolean asked) {
    parts().forEach(part -> part.pseudoClassStateChanged(ASKED, asked));
  }

  private void say(boolean best, Sentence inFigures, Sentence aloud) {
    percent.set(inFigures);
    said.set(aloud);
    parts().forEach(part -> part.pseudoClassStateChanged(BEST, best));
  }

  private Stream<Control> parts() {
    return Stream.of(name, bar, number);
  }
}
