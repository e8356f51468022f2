package dev.inkling.app.predict;

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

  DigitBar(int digit) {
    this.digit = digit;
    name = new Label(String.valueOf(digit));
    name.getStyleClass().add("digit-name");
    bar.setId("bar-" + digit);
    bar.getStyleClass().add("digit-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    number.setId("percent-" + digit);
    number.getStyleClass().add("digit-number");
    bare();
  }

  void addTo(GridPane grid) {
    grid.addRow(digit, name, bar, number);
  }

  void show(double probability, boolean best) {
    show(probability, Answer.percent(probability), best);
  }

  /// As long as nothing has been asked.
  void bare() {
    show(0, "", false);
    bar.setAccessibleText("Digit %d: no answer yet".formatted(digit));
  }

  private void show(double probability, String text, boolean best) {
    bar.setProgress(probability);
    number.setText(text);
    bar.setAccessibleText("Digit %d: %s".formatted(digit, text));
    name.pseudoClassStateChanged(BEST, best);
    bar.pseudoClassStateChanged(BEST, best);
    number.pseudoClassStateChanged(BEST, best);
  }
}
