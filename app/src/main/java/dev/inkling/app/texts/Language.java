package dev.inkling.app.texts;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The language that the window speaks. Whoever shows words binds to [#of]: they change where they
/// stand as soon as another language is chosen.
///
/// Each package keeps its own words, in `texts_en.properties`, `texts_de.properties` and so on, so
/// that a feature can be read, and taken out, as a whole. There is no file without a language: Java
/// would prefer the machine's language to it.
public final class Language {
  /// Those that there are words in; the first where the machine's is none of them.
  public static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.GERMAN);

  private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(KNOWN.getFirst());

  /// One of [#KNOWN].
  public ObjectProperty<Locale> localeProperty() {
    return locale;
  }

  /// The known language nearest to that one.
  public static Locale nearest(Locale wanted) {
    return KNOWN.stream()
        .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
        .findFirst()
        .orElseGet(KNOWN::getFirst);
  }

  /// The words of the package that this class is in.
  public Texts of(Class<?> inPackage) {
    return new Texts(locale, inPackage);
  }
}
