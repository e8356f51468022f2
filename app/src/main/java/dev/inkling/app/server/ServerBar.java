package dev.inkling.app.server;

import atlantafx.base.theme.Styles;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the server listens, to be copied, and the way to the page that explains it.
public final class ServerBar extends HBox {

  /// @param start starts the server again
  public ServerBar(ServerViewModel viewModel, Language language, Runnable start) {
    Texts texts = language.of(ServerBar.class);
    getStyleClass().add("server-bar");
    setAlignment(Pos.CENTER_LEFT);
    BooleanBinding absent =
        Bindings.createBooleanBinding(
            () -> viewModel.addressProperty().get().isEmpty(), viewModel.addressProperty());

    var address = new Label();
    address.setId("server-address");
    address.setGraphic(new FontIcon(Feather.SERVER));
    address.textProperty().bind(viewModel.captionProperty());

    var copy = new Button(null, new FontIcon(Feather.COPY));
    copy.setId("copy-address");
    copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    texts.explain(copy, "copy-address");
    copy.disableProperty().bind(absent);
    copy.setOnAction(event -> copy(viewModel.captionProperty().get()));

    var docs = new Hyperlink(null, new FontIcon(Feather.EXTERNAL_LINK));
    docs.setId("docs");
    docs.textProperty().bind(texts.bound("docs"));
    var docsTooltip = new Tooltip();
    docsTooltip.textProperty().bind(texts.bound("docs.more"));
    docs.setTooltip(docsTooltip);
    docs.disableProperty().bind(absent);
    docs.setOnAction(
        event -> {
          docs.setVisited(false);
          viewModel.openDocs();
        });

    var again = new Button();
    again.setId("start-server");
    again.textProperty().bind(texts.bound("start"));
    again.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    again.setOnAction(event -> start.run());
    again.visibleProperty().bind(viewModel.phaseProperty().map(ServerPhase::canStart));
    again.managedProperty().bind(again.visibleProperty());
    copy.managedProperty().bind(again.visibleProperty().not());
    copy.visibleProperty().bind(copy.managedProperty());
    docs.managedProperty().bind(copy.managedProperty());
    docs.visibleProperty().bind(copy.managedProperty());
    getChildren().addAll(address, again, copy, docs);
    setMinWidth(USE_PREF_SIZE);
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
