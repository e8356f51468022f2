package dev.inkling.app.endpoint;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.serving.Prediction;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One visitor: the picture that was sent, what was answered and when, and below it who asked for
/// what and how that went.
final class VisitorRow extends ListCell<Visitor> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final double NANOS_OF_A_MILLISECOND = 1e6;

  /// Of so many pictures in one request the digits are named.
  private static final int NAMED = 8;

  private final Texts texts;
  private final ImageView picture = new ImageView();
  private final FontIcon state = new FontIcon();
  private final Label said = new Label();
  private final Label time = new Label();
  private final Label who = new Label();
  private final Label how = new Label();
  private final HBox row = new HBox();

  VisitorRow(Texts texts) {
    this.texts = texts;
    picture.setFitWidth(Thumbnail.SIDE);
    picture.setFitHeight(Thumbnail.SIDE);
    picture.setPreserveRatio(true);
    var frame = new StackPane(picture);
    frame.getStyleClass().add("visitor-frame");
    frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    frame.visibleProperty().bind(picture.imageProperty().isNotNull());
    var place = new StackPane(frame, state);
    place.getStyleClass().add("visitor-picture");
    said.getStyleClass().add(Styles.TEXT_BOLD);
    for (Label small : List.of(time, who, how)) {
      small.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    }
    time.setMinWidth(Region.USE_PREF_SIZE);
    how.setMinWidth(Region.USE_PREF_SIZE);
    var words = new VBox(ends(said, time), ends(who, how));
    HBox.setHgrow(words, Priority.ALWAYS);
    row.getChildren().addAll(place, words);
    row.getStyleClass().add("visitor");
    row.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("visitor-cell");
    // As wide as the list and no wider.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Visitor visitor, boolean empty) {
    super.updateItem(visitor, empty);
    if (empty || visitor == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    picture.setImage(visitor.thumbnail().orElse(null));
    state.setIconCode(visitor.isServed() ? Feather.CHECK : Feather.ALERT_TRIANGLE);
    state.setVisible(visitor.thumbnail().isEmpty());
    said.setText(answerTo(visitor));
    time.setText(TIME.format(visitor.at()));
    who.setText("%s  %s %s".formatted(visitor.client(), visitor.method(), path(visitor)));
    how.setText(
        texts.get(
            "visitor.how", visitor.status(), visitor.took().toNanos() / NANOS_OF_A_MILLISECOND));
    setAccessibleText(
        String.join(", ", said.getText(), time.getText(), who.getText(), how.getText()));
    setGraphic(row);
  }

  private String path(Visitor visitor) {
    return visitor.isSomewhere() ? visitor.path() : texts.get("visitor.nowhere");
  }

  private String answerTo(Visitor visitor) {
    List<Prediction> predictions = visitor.predictions();
    if (!visitor.isServed()) {
      return texts.get("visitor.refused");
    }
    return switch (predictions.size()) {
      case 0 -> texts.get("visitor.served");
      case 1 -> inWords(predictions.getFirst());
      default -> texts.get("visitor.several", predictions.size(), digits(predictions));
    };
  }

  private String inWords(Prediction prediction) {
    return texts.get(
        "verdict." + prediction.verdict().name().toLowerCase(Locale.ROOT), prediction.digit());
  }

  private static String digits(List<Prediction> predictions) {
    String named =
        predictions.stream()
            .limit(NAMED)
            .map(prediction -> String.valueOf(prediction.digit()))
            .collect(Collectors.joining(" "));
    return predictions.size() > NAMED ? named + " …" : named;
  }

  private static HBox ends(Label left, Label right) {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var ends = new HBox(left, gap, right);
    ends.getStyleClass().add("visitor-line");
    ends.setAlignment(Pos.BASELINE_LEFT);
    return ends;
  }
}
