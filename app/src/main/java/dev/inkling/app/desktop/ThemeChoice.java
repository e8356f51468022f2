package dev.inkling.app.desktop;

import javafx.application.ColorScheme;

/// Which [Theme] a person wants.
public enum ThemeChoice {
  /// The one that the rest of the desktop has, also when that changes.
  SYSTEM,
  LIGHT,
  DARK;

  Theme theme(ColorScheme system) {
    return switch (this) {
      case SYSTEM -> Theme.of(system);
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
    };
  }
}
