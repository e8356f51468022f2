package dev.inkling.icons;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The application's icon, as PNGs rendered ahead of time from `icons/inkling.svg`. This module
/// knows no toolkit: it hands out addresses, and who has a window loads them.
public final class Icons {
  private Icons() {}

  /// The icon in every size that a window may ask for, the smallest first. The window system picks:
  /// small ones for the title bar, large ones for the dock and the task switcher.
  public static List<URL> window() {
    return IntStream.of(16, 24, 32, 48, 64, 128, 256, 512).mapToObj(Icons::png).toList();
  }

  private static URL png(int size) {
    var name = "inkling-" + size + ".png";
    return Objects.requireNonNull(Icons.class.getResource(name), name);
  }
}
