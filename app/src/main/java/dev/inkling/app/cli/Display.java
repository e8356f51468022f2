package dev.inkling.app.cli;

import java.util.Optional;
import java.util.stream.Stream;

/// Whether a window could be seen.
final class Display {
  private Display() {}

  /// Windows and macOS always have a screen; on Linux the session says where it is. JavaFX's own
  /// headless platform, which tests ask for, needs none.
  static boolean isThere() {
    return !System.getProperty("os.name", "").equals("Linux")
        || "Headless".equals(System.getProperty("glass.platform"))
        || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
            .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
            .anyMatch(value -> !value.isBlank());
  }
}
