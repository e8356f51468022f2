package dev.inkling.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void thePageListsExactlyTheTable() throws IOException {
    Path page = Path.of("../docs/configuration.md");
    List<String> rows =
        Settings.ALL.stream()
            .map(
                setting ->
                    "| `%s` | %s | %s | `%s` | `%s` | %s |"
                        .formatted(
                            setting.key(),
                            setting.type(),
                            setting.fallbackWords(),
                            setting.flag(),
                            setting.variable(),
                            setting.description()))
            .toList();

    try (Stream<String> lines = Files.lines(page)) {
      assertThat(lines.filter(line -> line.startsWith("| `"))).isEqualTo(rows);
    }
  }

  @Test
  void everySettingHasNamesOfItsOwnAndADefaultThatFits() {
    assertThat(Settings.ALL).extracting(Setting::key).doesNotHaveDuplicates();
    assertThat(Settings.ALL).extracting(Setting::flag).doesNotHaveDuplicates();
    assertThat(Settings.ALL).extracting(Setting::variable).doesNotHaveDuplicates();
    assertThat(Settings.ALL).allSatisfy(each -> each.read(each.fallback(), each.key()));
  }

  @Test
  void aSecretIsNotRepeatedEvenWhenItIsWrong() {
    Setting<Integer> pin =
        Setting.of("door.pin", "--pin", Kind.number(0, 9999), "0", "Opens the door").asSecret();

    assertThatExceptionOfType(SettingUnfit.class)
        .isThrownBy(() -> pin.read("hunter2", "door.pin"))
        .satisfies(unfit -> assertThat(unfit.sentence()).doesNotContain("hunter2"));
  }

  @Test
  void aListIsSetApartByCommas() {
    Setting<List<String>> hosts =
        Setting.of("hosts", "--hosts", Kind.list("names", "HOST,…"), "", "Who may ask");

    assertThat(hosts.read("a, b,,c ", "hosts")).containsExactly("a", "b", "c");
    assertThat(hosts.read("", "hosts")).isEmpty();
  }

  @Test
  void swappedLettersAreOneMistake() {
    assertThat(NearestName.distance("prot", "port")).isEqualTo(1);
    assertThat(NearestName.distance("port", "port")).isZero();
    assertThat(NearestName.distance("", "port")).isEqualTo(4);
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
  }
}
