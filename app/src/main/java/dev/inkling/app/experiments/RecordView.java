package dev.inkling.app.experiments;

import atlantafx.base.theme.Styles;
import dev.inkling.app.controls.Pills;
import dev.inkling.app.controls.Rows;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says what the drawing is, one by one or in a guided session, and hands experiments in and out.
final class RecordView extends VBox {
  private final ExperimentsViewModel viewModel;
  private final Texts texts;

  RecordView(ExperimentsViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("part");
    var gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            person(),
            truths(),
            Rows.more(texts, "record.more"),
            session(),
            gap,
            files(),
            said("exchange-line", viewModel.exchange().lineProperty()),
            said("store-trouble", viewModel.recording().troubleProperty()));
  }

  private HBox person() {
    var field = new TextField();
    field.setId("person");
    field.promptTextProperty().bind(texts.bound("person.prompt"));
    field.textProperty().bindBidirectional(viewModel.recording().personProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    var name = new Label();
    name.textProperty().bind(texts.bound("person"));
    name.setLabelFor(field);
    return Rows.of(name, field);
  }

  private VBox truths() {
    var buttons = new FlowPane(4, 4);
    IntStream.range(0, 10)
        .forEach(
            digit ->
                buttons
                    .getChildren()
                    .add(truth(String.valueOf(digit), OptionalInt.of(digit), digit + "")));
    Button none = truth("none", OptionalInt.empty(), "");
    none.textProperty().bind(texts.bound("truth.none"));
    buttons.getChildren().add(none);
    buttons.disableProperty().bind(viewModel.session().promptProperty().map(Optional::isPresent));
    return new VBox(4, Rows.title(texts, "truth"), buttons);
  }

  private Button truth(String id, OptionalInt truth, String text) {
    var button = new Button(text);
    button.setId("truth-" + id);
    button.accessibleTextProperty().bind(texts.bound("truth.keep", text.isEmpty() ? "-" : text));
    button.setOnAction(event -> viewModel.recording().record(truth));
    return button;
  }

  private VBox session() {
    SessionViewModel session = viewModel.session();
    var running = session.promptProperty().map(Optional::isPresent);

    var rounds = new Pills<>(session.roundsProperty());
    for (int round : new int[] {1, 3, 10}) {
      rounds
          .add("rounds-" + round, round, texts.bound("session.rounds", round * 10))
          .getStyleClass()
          .add(Styles.SMALL);
    }
    var atTheEnd = new CheckBox();
    atTheEnd.setId("answers-at-the-end");
    atTheEnd.setWrapText(true);
    atTheEnd.setMinHeight(Region.USE_PREF_SIZE);
    atTheEnd.textProperty().bind(texts.bound("session.at-the-end"));
    atTheEnd.selectedProperty().bindBidirectional(session.answersAtTheEndProperty());
    Button start = button("session-start", "session.start", session::start);
    start.getStyleClass().add(Styles.ACCENT);
    var before = new VBox(8, rounds, atTheEnd, start);
    before.visibleProperty().bind(running.map(is -> !is));
    before.managedProperty().bind(before.visibleProperty());

    var prompt = new Label();
    prompt.setId("prompt");
    prompt.getStyleClass().add(Styles.TITLE_2);
    prompt
        .textProperty()
        .bind(
            texts.said(
                session
                    .promptProperty()
                    .map(
                        now ->
                            now.<Sentence>map(
                                    asked ->
                                        Sentence.of(
                                            asked.digit() == 8
                                                ? "session.prompt.8"
                                                : "session.prompt",
                                            asked.digit()))
                                .orElse(Sentence.NONE))));
    var number = new Label();
    number.setId("prompt-number");
    number.getStyleClass().add(Styles.TEXT_MUTED);
    number
        .textProperty()
        .bind(
            texts.said(
                session
                    .promptProperty()
                    .map(
                        now ->
                            now.<Sentence>map(
                                    asked ->
                                        Sentence.of("session.number", asked.number(), asked.all()))
                                .orElse(Sentence.NONE))));
    Button next = button("session-next", "session.next", session::next);
    next.getStyleClass().add(Styles.ACCENT);
    next.setDefaultButton(true);
    Button stop = button("session-stop", "session.stop", session::stop);
    var during = new VBox(8, new HBox(12, prompt, number), Rows.of(next, stop));
    ((HBox) during.getChildren().getFirst()).setAlignment(Pos.BASELINE_LEFT);
    during.visibleProperty().bind(running);
    during.managedProperty().bind(running);
    // Enter belongs to the session only while there is one.
    next.defaultButtonProperty().bind(running);

    var all =
        new VBox(
            8,
            Rows.title(texts, "session"),
            before,
            during,
            said("session-line", session.lineProperty()));
    all.getStyleClass().add("session");
    return all;
  }

  private HBox files() {
    ExchangeViewModel exchange = viewModel.exchange();
    Button in = button("import", "import", exchange::importThem);
    in.setGraphic(new FontIcon(Feather.UPLOAD));
    Button out = button("export", "export", exchange::exportThem);
    out.setGraphic(new FontIcon(Feather.DOWNLOAD));
    Button report = button("report", "report", exchange::report);
    report.setGraphic(new FontIcon(Feather.FILE_TEXT));
    HBox row = Rows.of(report, out, in);
    row.disableProperty().bind(exchange.busyProperty());
    return row;
  }

  private Button button(String id, String key, Runnable work) {
    var button = new Button();
    button.setId(id);
    button.textProperty().bind(texts.bound(key));
    button.setOnAction(event -> work.run());
    return button;
  }

  private Label said(String id, ObservableValue<? extends Sentence> sentence) {
    var label = new Label();
    label.setId(id);
    label.textProperty().bind(texts.said(sentence));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }
}
