package dev.inkling.app.desktop;

import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.app.draw.Tool;
import dev.inkling.app.settings.Preferences;
import dev.inkling.model.ink.Ink;
import java.util.Locale;
import java.util.Optional;

/// Which tool is in the hand, how broad each is and what it leaves, from one start to the next.
final class PenInHand {
  private PenInHand() {}

  /// Gives the pen back as it was laid down. Ink that would not show on the paper of today stays
  /// away: whoever draws would see nothing.
  static void remember(DrawingViewModel drawing, Preferences preferences) {
    preferences.remember("tool", drawing.toolProperty(), Tool.class);
    for (Tool tool : Tool.values()) {
      preferences.remember(
          tool.name().toLowerCase(Locale.ROOT) + ".width",
          drawing.widthProperty(tool),
          DrawingViewModel.NARROWEST_BRUSH,
          DrawingViewModel.WIDEST_BRUSH);
    }
    preferences.remember(
        "ink",
        drawing.inkProperty(),
        text -> ink(text).filter(ink -> ink.showsOn(drawing.paperProperty().get())),
        ink -> "%06x".formatted(ink.rgb()));
  }

  private static Optional<Ink> ink(String text) {
    try {
      return Optional.of(new Ink(Integer.parseInt(text, 16)));
    } catch (IllegalArgumentException noColour) {
      return Optional.empty();
    }
  }
}
