package dev.inkling.app.predict;

import atlantafx.base.theme.Styles;
import dev.inkling.app.predict.PredictionViewModel.Answered;
import dev.inkling.app.texts.Sentence;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.serving.WrittenNumber;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The verdict: the digit large enough for the last row of a class, what is to be thought of it in
/// words, and who says so. Where it is no digit there is none on show, lest it be read from afar as
/// the answer.
final class VerdictView extends StackPane {
  private static final PseudoClass SEVERAL = PseudoClass.getPseudoClass("several");
  private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");

  /// So many digits are still written large, and so many beside the words at all.
  private static final int FEW = 3;

  private static final int ROOM = 6;

  private final Label digit = named("digit", "answer-digit");
  private final FontIcon noDigit = new FontIcon(Feather.SLASH);
  private final Label words = named("verdict", Styles.TITLE_3);
  private final Label more = named("confidence", "answer-confidence");
  private final Label from = named("source", Styles.TEXT_SMALL);
  private final ObjectProperty<Sentence> verdict = new SimpleObjectProperty<>(Sentence.NONE);
  private final ObjectProperty<Sentence> sureness = new SimpleObjectProperty<>(Sentence.NONE);
  private final ObjectProperty<Sentence> source = new SimpleObjectProperty<>(Sentence.NONE);
  private final HBox answer = new HBox(new StackPane(digit, noDigit), new VBox(words, more, from));
  private final VBox empty = new VBox(new FontIcon(Feather.EDIT_3));

  VerdictView(ObservableValue<String> hint, Texts texts) {
    getStyleClass().add("answer-top");
    answer.getStyleClass().add("answer-head");
    answer.setAlignment(Pos.CENTER_LEFT);
    ((VBox) words.getParent()).setAlignment(Pos.CENTER_LEFT);
    noDigit.getStyleClass().add("answer-no-digit");
    digit.setMinWidth(Region.USE_PREF_SIZE);
    words.textProperty().bind(texts.said(verdict));
    more.textProperty().bind(texts.said(sureness));
    words.setWrapText(true);
    more.setWrapText(true);
    from.textProperty().bind(texts.said(source));
    from.getStyleClass().add(Styles.TEXT_MUTED);
    from.setWrapText(true);
    VBox.setMargin(from, new Insets(8, 0, 0, 0));
    // A screen reader says the verdict by itself when it changes.
    words.setAccessibleRole(AccessibleRole.TEXT);

    Label why = named("hint", Styles.TITLE_4);
    why.textProperty().bind(hint);
    why.setWrapText(true);
    why.setTextAlignment(TextAlignment.CENTER);
    empty.getStyleClass().add("answer-empty");
    empty.setAlignment(Pos.CENTER);
    empty.getChildren().add(why);
    getChildren().addAll(empty, answer);
  }

  void show(Optional<Answered> answered) {
    answer.setVisible(answered.isPresent());
    empty.setVisible(answered.isEmpty());
    Optional<String> large = answered.flatMap(VerdictView::large);
    noDigit.setVisible(answered.isPresent() && large.isEmpty());
    digit.setText(large.filter(VerdictView::hasRoom).orElse(""));
    boolean several = answered.flatMap(Answered::number).isPresent();
    digit.pseudoClassStateChanged(SEVERAL, several);
    digit.pseudoClassStateChanged(
        MANY, several && digit.getText().lines().anyMatch(line -> line.length() > FEW));
    verdict.set(answered.map(Answered::inWords).orElse(Sentence.NONE));
    sureness.set(answered.map(Answered::moreInWords).orElse(Sentence.NONE));
    source.set(
        answered
            .map(known -> Sentence.of("source", known.answer().model(), known.time().toMillis()))
            .orElse(Sentence.NONE));
  }

  /// What is to be read from the last row: the number, or the digit where it is one.
  private static Optional<String> large(Answered answered) {
    return answered
        .number()
        .map(WrittenNumber::text)
        .or(
            () ->
                Optional.of(answered.answer())
                    .filter(Answer::isDigit)
                    .map(given -> String.valueOf(given.digit())));
  }

  /// What has none is in the words.
  private static boolean hasRoom(String number) {
    return number.lines().allMatch(line -> line.length() <= ROOM);
  }

  private static Label named(String id, String style) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    return label;
  }
}
