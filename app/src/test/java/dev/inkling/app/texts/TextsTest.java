package dev.inkling.app.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Language language = new Language();
  private final Texts texts = language.of(TextsTest.class);

  @Test
  void aBoundTextChangesWithTheLanguage() {
    var greeting = texts.bound("greeting");
    assertThat(greeting.get()).isEqualTo("Can't wait, 100 % sure");

    language.localeProperty().set(Locale.GERMAN);

    assertThat(greeting.get()).isEqualTo("Größe über alles");
  }

  @Test
  void itsArgumentsAreWatchedAndSaidAsTheLanguageSaysNumbers() {
    var value = new SimpleDoubleProperty(0.5);
    var sure = texts.bound("sure", value);
    assertThat(sure.get()).isEqualTo("0.5 % sure");

    value.set(99.8);
    language.localeProperty().set(Locale.GERMAN);

    assertThat(sure.get()).isEqualTo("99,8 % sicher");
  }

  @Test
  void aMachineThatSpeaksAnythingElseGetsEnglish() {
    assertThat(Language.nearest(Locale.of("de", "AT"))).isEqualTo(Locale.GERMAN);
    assertThat(Language.nearest(Locale.JAPANESE)).isEqualTo(Locale.ENGLISH);
  }
}
