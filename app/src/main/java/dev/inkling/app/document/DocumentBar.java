package dev.inkling.app.document;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A picture in, a picture out.
public final class DocumentBar extends HBox {

  /// For that view model.
  ///
  /// @param open the keys that open a picture as well, to be told
  /// @param save the keys that save the drawing as well, to be told
  public DocumentBar(
      DocumentViewModel document,
      PictureExchange exchange,
      Language language,
      KeyCombination open,
      KeyCombination save) {
    Texts texts = language.of(DocumentBar.class);
    Button opener = button("open", Feather.FOLDER);
    opener.setOnAction(event -> document.open());
    texts.explain(opener, "open", open.getDisplayText());
    Button saver = button("save", Feather.DOWNLOAD);
    saver.setOnAction(event -> document.save());
    exchange.offerDragsFrom(saver);
    texts.explain(saver, "save", save.getDisplayText());
    getChildren().addAll(opener, saver);
  }

  private static Button button(String id, Feather icon) {
    var button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return button;
  }
}
