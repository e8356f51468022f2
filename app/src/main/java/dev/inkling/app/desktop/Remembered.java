package dev.inkling.app.desktop;

import dev.inkling.app.compare.CompareViewModel;
import dev.inkling.app.settings.Preferences;
import dev.inkling.app.settings.Settings;
import java.util.Optional;
import javafx.stage.Stage;

/// What is at the next start as it was: a line of the preferences for each thing.
final class Remembered {
  private Remembered() {}

  static void by(Preferences kept, MainViewModel viewModel, Stage stage) {
    LookViewModel look = viewModel.look();
    kept.remember("language", look.languageChoiceProperty(), LanguageChoice.class);
    kept.remember("theme", look.themeChoiceProperty(), ThemeChoice.class);
    kept.remember("high-contrast", look.highContrastProperty());
    kept.remember("text-size", look.textSizeProperty(), TextSize.class);
    PenInHand.remember(viewModel.drawing(), kept);
    kept.remember(
        "port",
        viewModel.endpoint().switches().chosenPortProperty(),
        text -> Optional.of(Settings.PORT.parse(text)),
        port -> port.map(String::valueOf).orElse(""));
    CompareViewModel compare = viewModel.compare();
    kept.remember("compare.left", compare.left().modelProperty(), Optional::of, name -> name);
    kept.remember("compare.right", compare.right().modelProperty(), Optional::of, name -> name);
    kept.remember("side-tab", viewModel.sideTabProperty(), Optional::of, tab -> tab);
    WindowPlace.remember(stage, kept);
  }
}
