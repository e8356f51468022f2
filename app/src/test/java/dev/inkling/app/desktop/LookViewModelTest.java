package dev.inkling.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.texts.Language;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

final class LookViewModelTest {
  private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
  private final Language language = new Language();
  private final LookViewModel look = new LookViewModel(system, Locale.GERMANY, language);

  @Test
  void theSystemsThemeIsFollowedAsLongAsNobodyChoosesAnother() {
    assertThat(look.themeProperty().get()).isEqualTo(Theme.LIGHT);
    system.set(ColorScheme.DARK);
    assertThat(look.themeProperty().get()).isEqualTo(Theme.DARK);

    look.switchTheme();
    assertThat(look.themeChoiceProperty().get()).isEqualTo(ThemeChoice.LIGHT);
    system.set(ColorScheme.LIGHT);
    system.set(ColorScheme.DARK);
    assertThat(look.themeProperty().get()).isEqualTo(Theme.LIGHT);

    look.themeChoiceProperty().set(ThemeChoice.SYSTEM);
    assertThat(look.themeProperty().get()).isEqualTo(Theme.DARK);
  }

  @Test
  void theMachinesLanguageIsSpokenUntilAnotherIsChosen() {
    assertThat(language.localeProperty().get()).isEqualTo(Locale.GERMAN);
    look.languageChoiceProperty().set(LanguageChoice.ENGLISH);
    assertThat(language.localeProperty().get()).isEqualTo(Locale.ENGLISH);
    look.languageChoiceProperty().set(LanguageChoice.SYSTEM);
    assertThat(language.localeProperty().get()).isEqualTo(Locale.GERMAN);
  }

  @Test
  void textGrowsAndShrinksByStepsAndNoFurther() {
    assertThat(TextSize.NORMAL.smaller()).isEqualTo(TextSize.NORMAL);
    assertThat(TextSize.NORMAL.larger()).isEqualTo(TextSize.LARGE);
    assertThat(TextSize.LARGEST.larger()).isEqualTo(TextSize.LARGEST);
    assertThat(TextSize.LARGEST.smaller()).isEqualTo(TextSize.LARGE);
  }
}
