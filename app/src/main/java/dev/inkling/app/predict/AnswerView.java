package dev.inkling.app.predict;

import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.serving.Verdict;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The answer: the verdict, what speaks for each of the ten, what the network saw, and why.
public final class AnswerView extends VBox {
  private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");
  private static final PseudoClass NO_DIGIT = PseudoClass.getPseudoClass("no-digit");

  /// What the picture takes of the width; the bars get the rest.
  private static final double PICTURES_SHARE = 0.36;

  private final PredictionViewModel viewModel;
  private final VerdictView verdict;
  private final BarsView bars;
  private final SeenView seen;
  private final StepsCard steps;

  public AnswerView(PredictionViewModel viewModel, Language language) {
    this.viewModel = viewModel;
    Texts texts = language.of(AnswerView.class);
    bars = new BarsView(texts, "");
    seen = new SeenView(texts);
    steps = new StepsCard(texts);
    getStyleClass().addAll("card", "answer");
    verdict = new VerdictView(viewModel.hintProperty(), texts);
    HBox.setHgrow(bars, Priority.ALWAYS);
    var reasons = new HBox(bars, seen);
    reasons.getStyleClass().add("answer-reasons");
    steps.maxWidthProperty().bind(bars.widthProperty());
    StackPane.setAlignment(steps, Pos.TOP_LEFT);
    var withSteps = new StackPane(reasons, steps);
    VBox.setVgrow(withSteps, Priority.ALWAYS);
    getChildren().addAll(verdict, withSteps, new WhyView(viewModel.why(), texts));

    widthProperty().subscribe(width -> seen.takeAbout(width.doubleValue() * PICTURES_SHARE));
    bars.letChoose(viewModel.why()::choose);
    viewModel.why().digitProperty().subscribe(bars::mark);
    viewModel.stepsShownProperty().bind(seen.lookedAt());
    viewModel.stepsShownProperty().subscribe(this::showSteps);
    viewModel.answeredProperty().subscribe(this::show);
  }

  private void show(Optional<Answered> answered) {
    Optional<Answer> answer = answered.map(Answered::answer);
    pseudoClassStateChanged(UNSURE, answered.filter(Answered::isUnsure).isPresent());
    pseudoClassStateChanged(
        NO_DIGIT, answer.filter(given -> given.verdict() == Verdict.NOT_A_DIGIT).isPresent());
    verdict.show(answered);
    seen.show(answer.map(Answer::seen));
    bars.show(answer);
    showSteps();
  }

  private void showSteps() {
    boolean looked = viewModel.stepsShownProperty().get();
    steps.show(
        viewModel
            .answeredProperty()
            .get()
            .filter(given -> looked)
            .flatMap(given -> given.answer().steps()));
  }
}
