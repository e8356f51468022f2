package dev.inkling.app.desktop;

import dev.inkling.app.texts.Language;
import java.util.Locale;

/// Which language a person wants.
public enum LanguageChoice {
  /// The machine's, or the nearest to it.
  SYSTEM,
  ENGLISH,
  GERMAN;

  Locale locale(Locale machine) {
    return switch (this) {
      case SYSTEM -> Language.nearest(machine);
      case ENGLISH -> Locale.ENGLISH;
      case GERMAN -> Locale.GERMAN;
    };
  }
}
