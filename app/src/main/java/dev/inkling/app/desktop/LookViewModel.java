package dev.inkling.app.desktop;

import dev.inkling.app.texts.Language;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// How the window looks and speaks: what the person has chosen, and what follows from it.
public final class LookViewModel {
  private final ObjectProperty<ThemeChoice> themeChoice =
      new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
  private final ObjectProperty<LanguageChoice> languageChoice =
      new SimpleObjectProperty<>(LanguageChoice.SYSTEM);
  private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);
  private final BooleanProperty highContrast = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();

  /// Looks as the system does until somebody chooses otherwise.
  ///
  /// @param system the colours of the rest of the desktop
  /// @param machine its language
  /// @param language the window's, which is kept as it is chosen here
  public LookViewModel(ObservableValue<ColorScheme> system, Locale machine, Language language) {
    theme.bind(
        Bindings.createObjectBinding(
            () -> themeChoice.get().theme(system.getValue()), themeChoice, system));
    languageChoice.subscribe(choice -> language.localeProperty().set(choice.locale(machine)));
  }

  /// The theme on show.
  public ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  public ObjectProperty<ThemeChoice> themeChoiceProperty() {
    return themeChoice;
  }

  public ObjectProperty<LanguageChoice> languageChoiceProperty() {
    return languageChoice;
  }

  public ObjectProperty<TextSize> textSizeProperty() {
    return textSize;
  }

  /// Whether every line and word stands out as far as it can.
  public BooleanProperty highContrastProperty() {
    return highContrast;
  }

  /// From light to dark or back; from now on the system has no say in it.
  public void switchTheme() {
    themeChoice.set(theme.get() == Theme.DARK ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }
}
