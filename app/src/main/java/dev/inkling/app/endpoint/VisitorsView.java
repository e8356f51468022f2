package dev.inkling.app.endpoint;

import atlantafx.base.theme.Styles;
import dev.inkling.app.controls.Rows;
import dev.inkling.app.texts.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Who asks the server, as they come: a class sees its own posts arrive.
final class VisitorsView extends VBox {

  VisitorsView(VisitorLog log, Texts texts) {
    getStyleClass().add("part");
    var clear = new Button(null, new FontIcon(Feather.TRASH_2));
    clear.setId("clear-visitors");
    clear.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    texts.explain(clear, "visitors.clear");
    clear.setOnAction(event -> log.clear());
    clear.disableProperty().bind(Bindings.isEmpty(log.visitors()));

    var list = new ListView<>(log.visitors());
    list.setId("visitors");
    list.accessibleTextProperty().bind(texts.bound("visitors"));
    list.setCellFactory(view -> new VisitorRow(texts));
    var nobody = new Label();
    nobody.textProperty().bind(texts.bound("visitors.none"));
    nobody.setWrapText(true);
    nobody.getStyleClass().addAll(Styles.TEXT_MUTED, "visitors-none");
    list.setPlaceholder(nobody);
    VBox.setVgrow(list, Priority.ALWAYS);
    var title = Rows.title(texts, "visitors");
    // Another language is another title, and other words in the rows that stand there.
    title.textProperty().subscribe(list::refresh);
    getChildren().addAll(Rows.ends(title, clear), list);
  }
}
