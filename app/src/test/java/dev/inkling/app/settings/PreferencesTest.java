package dev.inkling.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.background.Background;
import dev.inkling.app.texts.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreferencesTest {
  @TempDir private Path folder;
  private Path file = Path.of("");
  private final List<Runnable> later = new ArrayList<>();
  private final DoubleProperty width = new SimpleDoubleProperty(28);
  private final BooleanProperty contrast = new SimpleBooleanProperty();
  private final ObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("inkling/window.properties");
  }

  @Test
  void whatWasChosenIsThereAtTheNextStart() throws IOException {
    open();
    width.set(12.5);
    contrast.set(true);
    scheme.set(ColorScheme.DARK);
    assertThat(later).as("three changes are one writing").hasSize(1);
    later.removeFirst().run();

    width.set(28);
    contrast.set(false);
    scheme.set(ColorScheme.LIGHT);
    open();

    assertThat(width.get()).isEqualTo(12.5);
    assertThat(contrast.get()).isTrue();
    assertThat(scheme.get()).isEqualTo(ColorScheme.DARK);
    assertThat(filesBeside()).as("nothing half-written").containsExactly("window.properties");
  }

  @Test
  void theLastChangeIsKeptWhenTheWindowIsClosedAtOnce() throws IOException {
    Preferences preferences = open();
    width.set(40);
    preferences.close();
    assertThat(Files.readString(file)).contains("width = 40.0");
  }

  @Test
  void whoChangesNothingGetsNoFile() {
    open().close();
    assertThat(file).doesNotExist();
  }

  @Test
  void valuesThatMakeNoSenseFallBackAndNamesOfOthersStay() throws IOException {
    write("width = 900\ncontrast = perhaps\nscheme = pink\nfrom.tomorrow = 7\n");
    Preferences preferences = open();
    assertThat(width.get()).isEqualTo(28);
    assertThat(contrast.get()).isFalse();
    assertThat(scheme.get()).isEqualTo(ColorScheme.LIGHT);
    assertThat(preferences.noticeProperty().get()).isEmpty();

    width.set(40);
    preferences.close();
    assertThat(Files.readString(file)).contains("from.tomorrow = 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0\0\0\0", "width", "{\"width\": 12}", "= 7"})
  void aCorruptFileIsSetAsideAndSaidInOneLine(String content) throws IOException {
    write(content);
    Preferences preferences = open();
    assertThat(preferences.noticeProperty().get())
        .contains("as at first")
        .contains("window.properties.broken");
    assertThat(width.get()).isEqualTo(28);

    width.set(40);
    preferences.close();
    assertThat(filesBeside()).containsExactly("window.properties", "window.properties.broken");
  }

  @Test
  void whatIsNoTextIsCorruptToo() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
    assertThat(open().noticeProperty().get()).contains("as at first");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidAndNothingElseHappens() throws IOException {
    Preferences preferences = open();
    Files.writeString(folder.resolve("inkling"), "a file where the folder is to be");
    width.set(40);
    later.removeFirst().run();
    assertThat(preferences.noticeProperty().get()).contains("can't be kept");

    Files.delete(folder.resolve("inkling"));
    width.set(41);
    later.removeFirst().run();
    assertThat(preferences.noticeProperty().get()).isEmpty();
  }

  private Preferences open() {
    var preferences =
        new Preferences(
            file, new Background(Runnable::run, Runnable::run), later::add, new Language());
    preferences.remember("width", width, 4, 80);
    preferences.remember("contrast", contrast);
    preferences.remember("scheme", scheme, ColorScheme.class);
    return preferences;
  }

  private void write(String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private List<String> filesBeside() throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
