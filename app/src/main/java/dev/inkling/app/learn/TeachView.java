package dev.inkling.app.learn;

import atlantafx.base.theme.Styles;
import dev.inkling.app.controls.Rows;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.training.Lesson.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;

/// Teaches a model the experiments: how far it is, how it does, and what is to become of it.
public final class TeachView extends VBox {
  private static final double CURVE_WIDTH = 320;
  private static final double CURVE_HEIGHT = 72;

  private final TeachViewModel viewModel;
  private final Texts texts;

  public TeachView(TeachViewModel viewModel, Language language) {
    this.viewModel = viewModel;
    texts = language.of(TeachView.class);
    getStyleClass().add("part");
    getChildren()
        .addAll(
            Rows.title(texts, "teach"), Rows.more(texts, "teach.more"), choice(), course(), end());
  }

  private HBox choice() {
    var models = new ComboBox<String>();
    models.setId("teach-model");
    models.accessibleTextProperty().bind(texts.bound("teach.model"));
    viewModel.names().addListener((Observable names) -> offer(models));
    offer(models);
    models.setOnAction(
        event -> Optional.ofNullable(models.getValue()).ifPresent(viewModel.modelProperty()::set));
    models.disableProperty().bind(viewModel.learningProperty());
    Button teach = button("teach-start", "teach.start", viewModel::teach);
    teach.getStyleClass().add(Styles.ACCENT);
    teach.disableProperty().bind(viewModel.learningProperty());
    Button stop = button("teach-stop", "teach.stop", viewModel::cancel);
    shownWhile(stop, viewModel.learningProperty());
    return Rows.of(models, teach, stop);
  }

  private void offer(ComboBox<String> models) {
    String before = viewModel.modelProperty().get();
    models.getItems().setAll(viewModel.names());
    models.setValue(before);
  }

  private VBox course() {
    var bar = new ProgressBar();
    bar.setId("teach-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(viewModel.partProperty());
    var left = said("teach-left", viewModel.leftProperty().map(TeachView::inWords));
    left.getStyleClass().add(Styles.TEXT_MUTED);
    var course =
        new VBox(
            8,
            bar,
            left,
            Rows.more(texts, "teach.loss"),
            curve("teach-loss", TeachingLine.Step::loss),
            Rows.more(texts, "teach.accuracy"),
            curve("teach-accuracy", TeachingLine.Step::accuracy));
    shownWhile(course, viewModel.learningProperty());
    return course;
  }

  /// Between the least and the greatest value so far.
  private Pane curve(String id, ToDoubleFunction<TeachingLine.Step> value) {
    var line = new Polyline();
    line.setId(id);
    line.getStyleClass().add("teach-curve");
    var pane = new Pane(line);
    pane.getStyleClass().add("teach-plot");
    pane.setPrefSize(CURVE_WIDTH, CURVE_HEIGHT);
    pane.setMaxWidth(CURVE_WIDTH);
    viewModel
        .steps()
        .addListener(
            (Observable steps) -> {
              double least = viewModel.steps().stream().mapToDouble(value).min().orElse(0);
              double most = viewModel.steps().stream().mapToDouble(value).max().orElse(1);
              line.getPoints()
                  .setAll(
                      viewModel.steps().stream()
                          .flatMap(
                              step ->
                                  List.of(
                                      CURVE_WIDTH * step.part(),
                                      CURVE_HEIGHT
                                          * (most > least
                                              ? (most - value.applyAsDouble(step)) / (most - least)
                                              : 0.5))
                                      .stream())
                          .toList());
            });
    return pane;
  }

  private VBox end() {
    var words = said("teach-line", viewModel.lineProperty());
    words.getStyleClass().add(Styles.TEXT_BOLD);
    var figures = said("teach-figures", viewModel.taughtProperty().map(TeachView::comparisons));
    Button use = button("teach-use", "teach.use", viewModel::use);
    use.getStyleClass().add(Styles.ACCENT);
    Button keep = button("teach-keep", "teach.keep", viewModel::keepBeside);
    Button discard = button("teach-discard", "teach.discard", viewModel::discard);
    HBox decision = Rows.of(use, keep, discard);
    shownWhile(decision, viewModel.taughtProperty().map(Optional::isPresent));
    Button back = button("teach-back", "teach.go-back", viewModel::goBack);
    shownWhile(back, viewModel.canGoBackProperty());
    return new VBox(12, words, figures, decision, back);
  }

  private static Sentence comparisons(Optional<TeachingLine.Taught> taught) {
    return texts -> {
      var lines = new StringBuilder();
      taught.ifPresent(
          result -> {
            result
                .comparisons()
                .forEach(comparison -> lines.append(line(comparison).in(texts)).append('\n'));
            if (result.damaged() > 0) {
              lines.append(texts.get("teach.damaged", result.damaged()));
            }
          });
      return lines.toString().strip();
    };
  }

  private static Sentence line(Comparison comparison) {
    Accuracy before = comparison.before();
    Accuracy after = comparison.after();
    return texts ->
        texts.get(
            "teach.comparison",
            texts.get("teach.on." + comparison.on().replace(' ', '-').toLowerCase(Locale.ROOT)),
            100 * before.share(),
            100 * after.share(),
            100 * after.low(),
            100 * after.high(),
            after.total());
  }

  private static Sentence inWords(Optional<Duration> left) {
    return left.map(
            time ->
                time.toMinutes() > 0
                    ? Sentence.of("teach.minutes", time.toMinutes() + 1)
                    : Sentence.of("teach.seconds", time.toSeconds() + 1))
        .orElse(Sentence.NONE);
  }

  private Button button(String id, String key, Runnable work) {
    var button = new Button();
    button.setId(id);
    button.textProperty().bind(texts.bound(key));
    button.setOnAction(event -> work.run());
    return button;
  }

  private Label said(String id, ObservableValue<Sentence> sentence) {
    var label = new Label();
    label.setId(id);
    label.textProperty().bind(texts.said(sentence));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }

  private static void shownWhile(Region node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }
}
