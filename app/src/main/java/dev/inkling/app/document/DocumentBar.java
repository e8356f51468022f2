package dev.inkling.app.document;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A picture in, a picture out.
public final class DocumentBar extends HBox {

  private final Button opener = button("open", Feather.FOLDER);
  private final Button saver = button("save", Feather.DOWNLOAD);

  public DocumentBar(DocumentViewModel document, PictureExchange exchange) {
    opener.setOnAction(event -> document.open());
    saver.setOnAction(event -> document.save());
    exchange.offerDragsFrom(saver);
    getChildren().addAll(opener, saver);
  }

  /// For the window to add the keys that do the same.
  public Button opener() {
    return opener;
  }

  public Button saver() {
    return saver;
  }

  private static Button button(String id, Feather icon) {
    var button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return button;
  }
}
