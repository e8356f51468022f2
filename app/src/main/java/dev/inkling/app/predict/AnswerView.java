package dev.inkling.app.predict;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/// The answer: the verdict, what speaks for each of the ten, and what the network saw.
public final class AnswerView extends VBox {
  private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");
  private static final PseudoClass NO_DIGIT = PseudoClass.getPseudoClass("no-digit");

  /// What the picture takes of the width; the bars get the rest.
  private static final double PICTURES_SHARE = 0.36;

  private final VerdictView verdict;
  private final List<DigitBar> bars;
  private final SeenView seen;
  private final ObjectProperty<Sentence> source = new SimpleObjectProperty<>(Sentence.NONE);

  public AnswerView(PredictionViewModel viewModel, Language language) {
    Texts texts = language.of(AnswerView.class);
    bars = IntStream.range(0, Answer.DIGITS).mapToObj(digit -> new DigitBar(digit, texts)).toList();
    seen = new SeenView(texts);
    getStyleClass().addAll("card", "answer");
    verdict = new VerdictView(viewModel.hintProperty(), texts);
    var from = new Label();
    from.setId("source");
    from.textProperty().bind(texts.said(source));
    from.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    var grid = grid();
    HBox.setHgrow(grid, Priority.ALWAYS);
    var reasons = new HBox(grid, seen);
    reasons.getStyleClass().add("answer-reasons");
    VBox.setVgrow(reasons, Priority.ALWAYS);
    getChildren().addAll(verdict, reasons, from);

    widthProperty().subscribe(width -> seen.takeAbout(width.doubleValue() * PICTURES_SHARE));
    viewModel.answeredProperty().subscribe(this::show);
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
    Optional<Answer> answer = answered.map(PredictionViewModel.Answered::answer);
    mark(UNSURE, answer, Verdict.UNSURE);
    mark(NO_DIGIT, answer, Verdict.NOT_A_DIGIT);
    verdict.show(answer);
    seen.show(answer.map(Answer::seen));
    answer.ifPresentOrElse(this::showBars, () -> bars.forEach(DigitBar::bare));
    source.set(
        answered
            .map(given -> Sentence.of("source", given.answer().model(), given.time().toMillis()))
            .orElse(Sentence.NONE));
  }

  private void showBars(Answer answer) {
    for (int i = 0; i < Answer.DIGITS; i++) {
      bars.get(i).show(answer.probabilities().get(i), answer.isDigit() && i == answer.digit());
    }
  }

  private void mark(PseudoClass state, Optional<Answer> answer, Verdict verdict) {
    pseudoClassStateChanged(state, answer.filter(given -> given.verdict() == verdict).isPresent());
  }
}
