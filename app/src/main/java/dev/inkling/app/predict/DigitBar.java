package dev.inkling.app.predict;

import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;

/// One digit's row: its name, how probable it is as a bar, and the same as a number.
final class DigitBar {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

  private final int digit;
  private final Label name;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label number = new Label();
  private final ObjectProperty<Sentence> percent = new SimpleObjectProperty<>(Sentence.NONE);
  private final ObjectProperty<Sentence> said = new SimpleObjectProperty<>(Sentence.NONE);

  DigitBar(int digit, Texts texts) {
    this.digit = digit;
    name = new Label(String.valueOf(digit));
    name.getStyleClass().add("digit-name");
    bar.setId("bar-" + digit);
    bar.getStyleClass().add("digit-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    number.setId("percent-" + digit);
    number.getStyleClass().add("digit-number");
    number.textProperty().bind(texts.said(percent));
    bar.accessibleTextProperty().bind(texts.said(said));
    bare();
  }

  void addTo(GridPane grid) {
    grid.addRow(digit, name, bar, number);
  }

  void show(double probability, boolean best) {
    show(
        probability,
        best,
        Sentence.of("percent", probability * 100),
        Sentence.of("bar", digit, probability * 100));
  }

  /// As long as nothing has been asked.
  void bare() {
    show(0, false, Sentence.NONE, Sentence.of("bar.bare", digit));
  }

  private void show(double probability, boolean best, Sentence number, Sentence aloud) {
    bar.setProgress(probability);
    percent.set(number);
    said.set(aloud);
    name.pseudoClassStateChanged(BEST, best);
    bar.pseudoClassStateChanged(BEST, best);
    this.number.pseudoClassStateChanged(BEST, best);
  }
}
