package dev.inkling.app.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// Dresses a scene, and dresses it anew whenever another look is chosen. What the themes leave open
/// are stylesheets of the scene, not styles of its root: menus and tooltips, which are windows of
/// their own, wear them too.
final class Wardrobe {
  private static final List<String> ALWAYS =
      List.of(
          "inkling.css",
          "shell.css",
          "inkling-draw.css",
          "inkling-answers.css",
          "inkling-endpoint.css",
          "inkling-experiments.css");

  private final LookViewModel look;
  private final Scene scene;

  private Wardrobe(LookViewModel look, Scene scene) {
    this.look = look;
    this.scene = scene;
  }

  /// Lets every control have the theme that view model says. To be called before the first is made:
  /// JavaFX reads its own theme otherwise, only to drop it.
  static void hangTheme(LookViewModel look) {
    look.themeProperty().subscribe(theme -> Application.setUserAgentStylesheet(theme.stylesheet()));
  }

  /// Lets the scene look as that view model says.
  static void dress(Scene scene, LookViewModel look) {
    var wardrobe = new Wardrobe(look, scene);
    wardrobe.dress();
    look.themeProperty().addListener(change -> wardrobe.dress());
    look.highContrastProperty().addListener(change -> wardrobe.dress());
    look.textSizeProperty().addListener(change -> wardrobe.dress());
  }

  private void dress() {
    var names = new ArrayList<>(ALWAYS);
    if (look.highContrastProperty().get()) {
      names.add("high-contrast.css");
      names.add("high-contrast-%s.css".formatted(lower(look.themeProperty().get())));
    }
    TextSize size = look.textSizeProperty().get();
    if (size != TextSize.NORMAL) {
      names.add("text-%s.css".formatted(lower(size)));
    }
    scene.getStylesheets().setAll(names.stream().map(Wardrobe::address).toList());
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static String address(String name) {
    return Objects.requireNonNull(Wardrobe.class.getResource(name)).toExternalForm();
  }
}
