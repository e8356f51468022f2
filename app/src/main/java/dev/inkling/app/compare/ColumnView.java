package dev.inkling.app.compare;

import atlantafx.base.theme.Styles;
import dev.inkling.app.predict.Answer;
import dev.inkling.app.predict.BarsView;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.predict.SeenPicture;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One model: which it is, what it saw, what it says.
final class ColumnView extends VBox {
  private static final int MAGNIFICATION = 3;

  private final ComboBox<String> chooser = new ComboBox<>();
  private final SeenPicture seen;
  private final Label digit = new Label();
  private final FontIcon noDigit = new FontIcon(Feather.SLASH);
  private final BarsView bars;
  private final ObjectProperty<Sentence> verdict = new SimpleObjectProperty<>(Sentence.NONE);

  /// @param side its name in ids and for screen readers, `left` or `right`
  ColumnView(CompareViewModel both, ColumnViewModel viewModel, String side, Language language) {
    Texts own = language.of(ColumnView.class);
    Texts answers = language.of(Answer.class);
    getStyleClass().add("compare-column");

    chooser.setId(side + "-model");
    chooser.setItems(both.models());
    chooser.setMaxWidth(Double.MAX_VALUE);
    chooser.accessibleTextProperty().bind(own.bound(side));
    chooser.setOnShowing(event -> both.refreshModels());
    chooser.setValue(viewModel.modelProperty().get());
    chooser
        .valueProperty()
        .addListener(
            (value, before, chosen) -> {
              if (chosen != null) {
                viewModel.modelProperty().set(chosen);
              }
            });
    // A box forgets its choice with the items. Where a model goes away, its column says so.
    both.models()
        .addListener((Observable models) -> chooser.setValue(viewModel.modelProperty().get()));

    seen = new SeenPicture(side + "-seen");
    seen.magnify(MAGNIFICATION);
    seen.accessibleTextProperty().bind(own.bound("seen", viewModel.modelProperty()));
    digit.setId(side + "-digit");
    digit.getStyleClass().add("compare-digit");
    noDigit.getStyleClass().add("compare-no-digit");
    var large = new StackPane(digit, noDigit);
    HBox.setHgrow(large, Priority.ALWAYS);
    var top = new HBox(seen, large);
    top.setAlignment(Pos.CENTER_LEFT);

    var words = label(side + "-verdict", Styles.TEXT_BOLD);
    words.textProperty().bind(answers.said(verdict));
    var problem = label(side + "-problem", Styles.TEXT_MUTED);
    problem.textProperty().bind(viewModel.prediction().problemProperty());
    var line = new StackPane(words, problem);
    line.getStyleClass().add("compare-line");
    StackPane.setAlignment(words, Pos.TOP_LEFT);
    StackPane.setAlignment(problem, Pos.TOP_LEFT);

    bars = new BarsView(answers, side + "-");
    VBox.setVgrow(bars, Priority.ALWAYS);
    getChildren().addAll(chooser, top, line, bars);
    viewModel.prediction().answeredProperty().subscribe(this::show);
  }

  private void show(Optional<Answered> answered) {
    Optional<Answer> answer = answered.map(Answered::answer);
    seen.show(answer.map(Answer::seen));
    digit.setText(
        answer.filter(Answer::isDigit).map(Answer::digit).map(String::valueOf).orElse(""));
    noDigit.setVisible(answer.isPresent() && !answer.get().isDigit());
    verdict.set(answer.map(Answer::inWords).orElse(Sentence.NONE));
    bars.show(answer);
  }

  private static Label label(String id, String style) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    return label;
  }
}
