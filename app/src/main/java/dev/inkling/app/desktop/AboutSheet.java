package dev.inkling.app.desktop;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Texts;
import dev.inkling.icons.Icons;
import dev.inkling.model.Inkling;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What this is, in which version, and whose work it stands on.
final class AboutSheet extends VBox {
  private static final double ICON = 64;

  private final Texts texts;

  /// @param openDocs shows the server's documentation
  AboutSheet(Texts texts, Runnable openDocs) {
    this.texts = texts;
    getStyleClass().add("about-sheet");
    var icon = new ImageView(new Image(Icons.window().getLast().toExternalForm()));
    icon.setFitWidth(ICON);
    icon.setFitHeight(ICON);
    var what = new VBox(label("about.what"), label("about.version", Inkling.version()));
    what.getStyleClass().add("about-what");
    var head = new HBox(icon, what);
    head.getStyleClass().add("about-head");

    var docs = new Hyperlink();
    docs.setId("about-docs");
    docs.textProperty().bind(texts.bound("about.docs"));
    docs.setOnAction(event -> openDocs.run());

    Label thanks = label("about.ships");
    thanks.getStyleClass().add(Styles.TEXT_BOLD);
    getChildren().addAll(head, label("about.licence"), docs, thanks, shipped());
  }

  private static GridPane shipped() {
    var grid = new GridPane();
    grid.setId("licences");
    grid.getStyleClass().add("shortcut-grid");
    List<Licences.Shipped> all = Licences.read();
    for (int row = 0; row < all.size(); row++) {
      var licence = new Label(all.get(row).licence());
      licence.getStyleClass().add(Styles.TEXT_MUTED);
      grid.addRow(row, new Label(all.get(row).name()), licence);
    }
    return grid;
  }

  private Label label(String key, Object... arguments) {
    var label = new Label();
    label.textProperty().bind(texts.bound(key, arguments));
    return label;
  }
}
