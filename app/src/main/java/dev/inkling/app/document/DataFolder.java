package dev.inkling.app.document;

import dev.inkling.app.server.ConfigFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the system keeps what a user has made, and not chosen. Windows and macOS have one place
/// for both.
public final class DataFolder {
  private DataFolder() {}

  /// Inkling's own there, for the user who runs it.
  public static Path ofThisUser() {
    return in(
        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /// Inkling's own there, for anyone.
  ///
  /// @param system as Java names it
  static Path in(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows") || name.startsWith("mac")) {
      return ConfigFolder.in(system, environment, home);
    }
    // Relative ones are to be ignored, says the XDG Base Directory Specification.
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    return (xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".local/share")).resolve("inkling");
  }
}
