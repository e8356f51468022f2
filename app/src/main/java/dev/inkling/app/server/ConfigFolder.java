package dev.inkling.app.server;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the system keeps what a user has chosen.
public final class ConfigFolder {
  private ConfigFolder() {}

  /// Inkling's own there, for the user who runs it.
  public static Path ofThisUser() {
    return in(
        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /// Inkling's own there, for anyone.
  ///
  /// @param system as Java names it
  public static Path in(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      String roaming = environment.getOrDefault("APPDATA", "");
      return (roaming.isEmpty() ? home.resolve("AppData/Roaming") : Path.of(roaming))
          .resolve("Inkling");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Inkling");
    }
    // Relative ones are to be ignored, says the XDG Base Directory Specification.
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    return (xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".config")).resolve("inkling");
  }
}
