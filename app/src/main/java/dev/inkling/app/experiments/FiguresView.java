package dev.inkling.app.experiments;

import atlantafx.base.theme.Styles;
import dev.inkling.app.controls.Rows;
import dev.inkling.app.experiments.FiguresViewModel.Shown;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.evaluation.ConfusionMatrix;
import dev.inkling.model.evaluation.McNemar;
import dev.inkling.model.serving.ModelId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How well a model does: how many it read right, what it took for what (each cell opens its
/// drawings), who was read how well, and whether another model does better by more than chance.
final class FiguresView extends VBox {
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double CHANCE = 0.05;
  private static final double COURSE_HEIGHT = 200;

  private final ExperimentsViewModel viewModel;
  private final Texts texts;
  private final VBox content = new VBox(12);

  FiguresView(ExperimentsViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("part");
    FiguresViewModel figures = viewModel.figures();
    var model = new ComboBox<ModelId>();
    model.setId("figures-model");
    model.accessibleTextProperty().bind(texts.bound("figures.model"));
    figures.modelsProperty().subscribe(all -> model.getItems().setAll(all));
    model.setOnAction(
        event -> {
          if (model.getValue() != null) {
            figures.modelProperty().set(Optional.of(model.getValue()));
          }
        });
    figures
        .shownProperty()
        .subscribe(
            shown -> {
              shown.ifPresent(now -> model.setValue(now.chosen().model()));
              show(shown);
            });
    var title = Rows.title(texts, "figures.model");
    // Other words in another language.
    title.textProperty().addListener(language -> show(figures.shownProperty().get()));
    getChildren().addAll(Rows.of(title, model), content);
  }

  private void show(Optional<Shown> shown) {
    content.getChildren().clear();
    if (shown.isEmpty() || shown.get().chosen().entries().isEmpty()) {
      content.getChildren().add(words("figures-none", Sentence.of("figures.none")));
      return;
    }
    Figures of = shown.get().chosen();
    of.accuracy()
        .ifPresent(
            right ->
                content
                    .getChildren()
                    .add(
                        words(
                            "figures-accuracy",
                            Sentence.of(
                                "figures.accuracy",
                                right.right(),
                                right.total(),
                                100 * right.share(),
                                100 * right.low(),
                                100 * right.high()))));
    content.getChildren().addAll(matrix(of.confusion()), Rows.more(texts, "figures.matrix"));
    shown
        .get()
        .others()
        .forEach(other -> content.getChildren().add(words("", comparison(of, other))));
    if (of.byPerson().size() > 1) {
      content.getChildren().add(table("figures.people", of.byPerson(), this::name));
    }
    SortedMap<LocalDate, Accuracy> days = of.byDay(ZoneId.systemDefault());
    if (days.size() > 1) {
      content.getChildren().add(table("figures.days", days, day -> texts.get("day", day)));
      content.getChildren().add(course(days));
    }
  }

  static Sentence comparison(Figures one, Figures other) {
    McNemar test = one.against(other.model());
    return Sentence.of(
        test.probability() < CHANCE ? "figures.differ" : "figures.chance",
        one.model(),
        test.onlyFirst(),
        other.model(),
        test.onlySecond(),
        Math.round(100 * test.probability()));
  }

  /// A row a truth, a column an answer.
  private GridPane matrix(ConfusionMatrix confusion) {
    var grid = new GridPane(2, 2);
    grid.setId("confusion");
    grid.getStyleClass().add("confusion");
    int rows = confusion.pictures(ConfusionMatrix.NO_DIGIT) > 0 ? 11 : 10;
    for (int answer = 0; answer < 10; answer++) {
      grid.add(head(String.valueOf(answer)), answer + 1, 0);
    }
    for (int truth = 0; truth < rows; truth++) {
      grid.add(head(truth == ConfusionMatrix.NO_DIGIT ? "–" : String.valueOf(truth)), 0, truth + 1);
      for (int answer = 0; answer < 10; answer++) {
        grid.add(cell(truth, answer, confusion.counts()[truth][answer]), answer + 1, truth + 1);
      }
    }
    return grid;
  }

  private static Label head(String text) {
    var head = new Label(text);
    head.getStyleClass().addAll(Styles.TEXT_BOLD, "confusion-head");
    return head;
  }

  private Button cell(int truth, int answer, int count) {
    var cell = new Button(count == 0 ? "" : String.valueOf(count));
    cell.setId("confusion-%d-%d".formatted(truth, answer));
    cell.getStyleClass().addAll(Styles.FLAT, "confusion-cell");
    cell.setDisable(count == 0);
    cell.pseudoClassStateChanged(RIGHT, count > 0 && truth == answer);
    cell.pseudoClassStateChanged(WRONG, count > 0 && truth != answer);
    cell.setAccessibleText(
        truth == ConfusionMatrix.NO_DIGIT
            ? texts.get("figures.cell.none", answer, count)
            : texts.get("figures.cell", truth, answer, count));
    cell.setOnAction(event -> viewModel.showConfused(truth, answer));
    return cell;
  }

  private String name(String person) {
    return person.isEmpty() ? texts.get("figures.nobody") : person;
  }

  /// How the share that was read right went from day to day.
  private LineChart<String, Number> course(SortedMap<LocalDate, Accuracy> days) {
    var percent = new NumberAxis(0, 100, 25);
    var chart = new LineChart<>(new CategoryAxis(), percent);
    chart.setId("figures-course");
    chart.getStyleClass().add("figures-course");
    chart.setAnimated(false);
    chart.setLegendVisible(false);
    chart.setPrefHeight(COURSE_HEIGHT);
    chart.setMinHeight(COURSE_HEIGHT);
    chart.setAccessibleText(texts.get("figures.course"));
    percent.setLabel(texts.get("figures.course"));
    var line = new XYChart.Series<String, Number>();
    days.forEach(
        (day, right) ->
            line.getData()
                .add(new XYChart.Data<>(texts.get("figures.day", day), 100 * right.share())));
    chart.getData().add(line);
    return chart;
  }

  private <K> VBox table(String key, Map<K, Accuracy> shares, Function<K, String> name) {
    var grid = new GridPane(12, 4);
    int row = 0;
    for (var share : shares.entrySet()) {
      grid.add(new Label(name.apply(share.getKey())), 0, row);
      grid.add(
          new Label(
              texts.get(
                  "figures.share",
                  share.getValue().right(),
                  share.getValue().total(),
                  100 * share.getValue().share())),
          1,
          row++);
    }
    return new VBox(4, Rows.title(texts, key), grid);
  }

  private Label words(String id, Sentence sentence) {
    var label = new Label(sentence.in(texts));
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
