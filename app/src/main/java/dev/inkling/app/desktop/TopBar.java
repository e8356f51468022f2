package dev.inkling.app.desktop;

import atlantafx.base.theme.Styles;
import dev.inkling.app.document.DocumentBar;
import dev.inkling.app.document.DocumentViewModel;
import dev.inkling.app.document.PictureExchange;
import dev.inkling.app.draw.DrawingToolbar;
import dev.inkling.app.texts.Texts;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu, and below it what is used most.
final class TopBar extends VBox {
  TopBar(
      Commands commands,
      DocumentViewModel document,
      PictureExchange exchange,
      DrawingToolbar tools,
      LookViewModel look,
      Texts texts) {
    commands.explain(Command.UNDO, tools.undo());
    commands.explain(Command.REDO, tools.redo());
    commands.explain(Command.CLEAR, tools.clear());
    var files = new DocumentBar(document, exchange);
    commands.explain(Command.OPEN, files.opener());
    commands.explain(Command.SAVE, files.saver());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar =
        new HBox(files, new Separator(Orientation.VERTICAL), tools, gap, themeButton(look, texts));
    bar.getStyleClass().add("top-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(bar, Priority.ALWAYS);
    getChildren().addAll(new MainMenu(commands, look, texts), bar);
  }

  private static Button themeButton(LookViewModel look, Texts texts) {
    var icon = new FontIcon(Feather.MOON);
    var button = new Button(null, icon);
    button.setId("theme");
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    texts.explain(button, "theme.switch");
    button.setOnAction(event -> look.switchTheme());
    look.themeProperty()
        .subscribe(theme -> icon.setIconCode(theme == Theme.DARK ? Feather.SUN : Feather.MOON));
    return button;
  }
}
