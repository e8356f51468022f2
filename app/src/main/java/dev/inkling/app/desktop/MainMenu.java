package dev.inkling.app.desktop;

import dev.inkling.app.desktop.Command.Place;
import dev.inkling.app.texts.Texts;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// All commands by their places, and under View how the window looks and speaks.
final class MainMenu extends MenuBar {
  private final Texts texts;

  MainMenu(Commands commands, LookViewModel look, Texts texts) {
    this.texts = texts;
    setId("menu");
    setUseSystemMenuBar(true); // where there is one, which is on macOS
    for (Place place : Place.values()) {
      Menu menu = named(place.id());
      place.commands().forEach(command -> menu.getItems().add(commands.item(command)));
      if (place == Place.VIEW) {
        menu.getItems()
            .addAll(
                new SeparatorMenuItem(),
                choice("theme", ThemeChoice.class, look.themeChoiceProperty()),
                highContrast(look),
                choice("language", LanguageChoice.class, look.languageChoiceProperty()));
      }
      getMenus().add(menu);
    }
  }

  private Menu named(String id) {
    var menu = new Menu();
    menu.setId(id);
    menu.textProperty().bind(texts.bound(id));
    return menu;
  }

  private CheckMenuItem highContrast(LookViewModel look) {
    var item = new CheckMenuItem();
    item.setId("high-contrast");
    item.textProperty().bind(texts.bound("high-contrast"));
    item.selectedProperty().bindBidirectional(look.highContrastProperty());
    return item;
  }

  private <E extends Enum<E>> Menu choice(String id, Class<E> type, ObjectProperty<E> chosen) {
    Menu menu = named(id);
    var group = new ToggleGroup();
    for (E value : type.getEnumConstants()) {
      var item = new RadioMenuItem();
      item.setId(id + "." + value.name().toLowerCase(Locale.ROOT));
      item.textProperty().bind(texts.bound(item.getId()));
      item.setToggleGroup(group);
      item.setOnAction(event -> chosen.set(value));
      chosen.subscribe(now -> item.setSelected(now == value));
      menu.getItems().add(item);
    }
    return menu;
  }
}
