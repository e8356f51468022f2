package dev.inkling.app.texts;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/// The words of one package in the chosen language. A text with arguments is a format of
/// [java.util.Formatter], so `%%` stands for a percent sign there, and in no other text.
public final class Texts {
  private final ObservableValue<Locale> language;
  private final Class<?> owner;

  Texts(ObservableValue<Locale> language, Class<?> owner) {
    this.language = language;
    this.owner = owner;
  }

  /// The text as it reads now.
  ///
  /// @throws java.util.MissingResourceException if there is none by that key
  public String get(String key, Object... arguments) {
    Locale locale = language.getValue();
    String text =
        ResourceBundle.getBundle(owner.getPackageName() + ".texts", locale, owner.getModule())
            .getString(key);
    return arguments.length == 0 ? text : String.format(locale, text, arguments);
  }

  /// The text, also in the language that is chosen next.
  ///
  /// @param arguments of which those that are observable are watched too, and their values are said
  public StringBinding bound(String key, Object... arguments) {
    var watched =
        Arrays.stream(arguments)
            .filter(Observable.class::isInstance)
            .map(Observable.class::cast)
            .toArray(Observable[]::new);
    var all = Arrays.copyOf(watched, watched.length + 1);
    all[watched.length] = language;
    return Bindings.createStringBinding(() -> get(key, valuesOf(arguments)), all);
  }

  /// The sentence, also the next one, and also in the language that is chosen next.
  public StringBinding said(ObservableValue<? extends Sentence> sentence) {
    return Bindings.createStringBinding(() -> sentence.getValue().in(this), sentence, language);
  }

  /// Lets a control say what it is for: to a mouse that rests on it, and to a screen reader.
  public void explain(Control control, String key, Object... arguments) {
    var tooltip = new Tooltip();
    tooltip.textProperty().bind(bound(key, arguments));
    control.setTooltip(tooltip);
    control.accessibleTextProperty().bind(bound(key, arguments));
  }

  private static Object[] valuesOf(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument instanceof ObservableValue<?> value ? value.getValue() : argument)
        .toArray();
  }
}
