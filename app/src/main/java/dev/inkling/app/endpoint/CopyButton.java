package dev.inkling.app.endpoint;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Texts;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Copies a text to the clipboard.
final class CopyButton extends Button {

  /// @param key of the words that say what is copied
  CopyButton(String id, Texts texts, String key, Supplier<String> text) {
    super(null, new FontIcon(Feather.COPY));
    setId(id);
    getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    texts.explain(this, key);
    setOnAction(
        event ->
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.get())));
  }
}
