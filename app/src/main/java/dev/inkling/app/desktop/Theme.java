package dev.inkling.app.desktop;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.ColorScheme;

/// How the window looks.
public enum Theme {
  LIGHT,
  DARK;

  /// The one that goes with the rest of the person's desktop.
  public static Theme of(ColorScheme scheme) {
    return scheme == ColorScheme.DARK ? DARK : LIGHT;
  }

  /// The stylesheet for the whole application, in the binary form that needs no parsing at start.
  public String stylesheet() {
    return this == LIGHT
        ? new PrimerLight().getUserAgentStylesheetBSS()
        : new PrimerDark().getUserAgentStylesheetBSS();
  }
}
