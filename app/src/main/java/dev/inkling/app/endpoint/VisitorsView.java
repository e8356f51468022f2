package dev.inkling.app.endpoint;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.serving.Prediction;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Who asks the server, as they come: a class sees its own posts arrive.
final class VisitorsView extends VBox {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final double NANOS_OF_A_MILLISECOND = 1e6;

  private final Texts texts;

  VisitorsView(VisitorLog log, Texts texts) {
    this.texts = texts;
    getStyleClass().add("endpoint-part");
    var title = new Label();
    title.textProperty().bind(texts.bound("visitors"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var clear = new Button(null, new FontIcon(Feather.TRASH_2));
    clear.setId("clear-visitors");
    clear.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    texts.explain(clear, "visitors.clear");
    clear.setOnAction(event -> log.clear());
    clear.disableProperty().bind(Bindings.isEmpty(log.visitors()));
    var top = new HBox(title, gap, clear);
    top.setAlignment(Pos.CENTER_LEFT);

    var list = new ListView<>(log.visitors());
    list.setId("visitors");
    list.accessibleTextProperty().bind(texts.bound("visitors"));
    list.setCellFactory(view -> new Row());
    var nobody = new Label();
    nobody.textProperty().bind(texts.bound("visitors.none"));
    nobody.setWrapText(true);
    nobody.getStyleClass().add(Styles.TEXT_MUTED);
    list.setPlaceholder(nobody);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(top, list);
  }

  private final class Row extends ListCell<Visitor> {
    private final ImageView picture = new ImageView();
    private final FontIcon state = new FontIcon();
    private final Label said = new Label();
    private final Label how = new Label();
    private final HBox row = new HBox(new StackPane(picture, state), new VBox(said, how));

    Row() {
      row.getStyleClass().add("visitor");
      row.setAlignment(Pos.CENTER_LEFT);
      ((Region) row.getChildren().getFirst()).setMinWidth(44);
      said.getStyleClass().add(Styles.TEXT_BOLD);
      how.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    }

    @Override
    protected void updateItem(Visitor visitor, boolean empty) {
      super.updateItem(visitor, empty);
      if (empty || visitor == null) {
        setGraphic(null);
        return;
      }
      var request = visitor.request();
      picture.setImage(visitor.thumbnail().orElse(null));
      state.setIconCode(visitor.isServed() ? Feather.CHECK : Feather.ALERT_TRIANGLE);
      state.setVisible(visitor.thumbnail().isEmpty());
      said.setText(said(visitor));
      how.setText(
          "%s  %s  %s %s  %.1f ms"
              .formatted(
                  TIME.format(visitor.at()),
                  request.client(),
                  request.method(),
                  request.path(),
                  request.took().toNanos() / NANOS_OF_A_MILLISECOND));
      setGraphic(row);
    }

    private String said(Visitor visitor) {
      String answers =
          visitor.request().predictions().stream()
              .map(this::inWords)
              .collect(Collectors.joining(", "));
      return answers.isEmpty() ? texts.get("visitor.status", visitor.request().status()) : answers;
    }

    private String inWords(Prediction prediction) {
      return texts.get(
          "verdict." + prediction.verdict().name().toLowerCase(Locale.ROOT), prediction.digit());
    }
  }
}
