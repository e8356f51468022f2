package dev.inkling.app.predict;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The answer: the digit large enough for the last row of a class, how sure it is, and what speaks
/// for each of the ten.
public final class AnswerView extends VBox {
  private final Label digit = named("digit", "answer-digit");
  private final Label words = named("verdict", Styles.TITLE_3);
  private final Label confidence = named("confidence", "answer-confidence");
  private final Label source = named("source", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
  private final Label hint = named("hint", Styles.TEXT_MUTED);
  private final HBox answer = new HBox(digit, new VBox(words, confidence));
  private final VBox empty = new VBox(new FontIcon(Feather.EDIT_3), hint);
  private final List<DigitBar> bars =
      IntStream.range(0, Answer.DIGITS).mapToObj(DigitBar::new).toList();

  public AnswerView(PredictionViewModel viewModel) {
    getStyleClass().addAll("card", "answer");
    answer.getStyleClass().add("answer-head");
    answer.setAlignment(Pos.CENTER_LEFT);
    ((VBox) words.getParent()).setAlignment(Pos.CENTER_LEFT);
    empty.getStyleClass().add("answer-empty");
    empty.setAlignment(Pos.CENTER);
    hint.setWrapText(true);
    hint.setTextAlignment(TextAlignment.CENTER);
    hint.textProperty().bind(viewModel.hintProperty());
    words.setWrapText(true);
    // A screen reader says the verdict by itself when it changes.
    words.setAccessibleRole(AccessibleRole.TEXT);

    var head = new StackPane(empty, answer);
    head.getStyleClass().add("answer-top");
    var grid = grid();
    VBox.setVgrow(grid, Priority.ALWAYS);
    getChildren().addAll(head, grid, source);

    viewModel.answeredProperty().addListener((answered, before, now) -> show(now));
    show(viewModel.answeredProperty().get());
  }

  private GridPane grid() {
    var grid = new GridPane();
    grid.getStyleClass().add("bars");
    var growing = new ColumnConstraints();
    growing.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), growing, new ColumnConstraints());
    bars.forEach(bar -> bar.addTo(grid));
    var row = new RowConstraints();
    row.setVgrow(Priority.ALWAYS);
    bars.forEach(bar -> grid.getRowConstraints().add(row));
    return grid;
  }

  private void show(Optional<PredictionViewModel.Answered> answered) {
    answer.setVisible(answered.isPresent());
    empty.setVisible(answered.isEmpty());
    answered.ifPresentOrElse(this::show, this::showNothing);
  }

  private void show(PredictionViewModel.Answered answered) {
    Answer given = answered.answer();
    digit.setText(String.valueOf(given.digit()));
    words.setText(given.inWords());
    confidence.setText(DigitBar.percent(given.confidence()) + " sure");
    source.setText(
        "Model %s · answered in %d ms".formatted(given.model(), answered.time().toMillis()));
    for (int i = 0; i < Answer.DIGITS; i++) {
      bars.get(i).show(given.probabilities().get(i), i == given.digit());
    }
  }

  private void showNothing() {
    digit.setText("");
    words.setText("");
    confidence.setText("");
    source.setText("");
    bars.forEach(DigitBar::bare);
  }

  private static Label named(String id, String... styles) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
