package dev.inkling.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.api.AccessLogForm;
import dev.inkling.api.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  @TempDir private Path folder;

  @Test
  void flagsCountBeforeTheEnvironmentBeforeTheFileBeforeDefaults() throws IOException {
    Path file = file("server: {port: 1, host: file, drain-seconds: 3}");
    var environment =
        Map.of("INKLING_SERVER_PORT", "2", "INKLING_SERVER_HOST", "environment", "HOME", "/nobody");
    Configuration configuration =
        Configuration.read(Optional.of(file), environment, Map.of("--port", "3"));

    assertThat(configuration.get(Settings.PORT)).isEqualTo(3);
    assertThat(configuration.get(Settings.HOST)).isEqualTo("environment");
    assertThat(configuration.serverOptions().drainLimit()).isEqualTo(Duration.ofSeconds(3));
    assertThat(configuration.get(Settings.ACCESS_LOG)).isEqualTo(AccessLogForm.OFF);
    assertThat(configuration.lines())
        .anyMatch(line -> line.matches("server\\.port: 3 +# flag --port"))
        .anyMatch(line -> line.matches("server\\.host: .* +# environment INKLING_SERVER_HOST"))
        .anyMatch(line -> line.matches("server\\.drain-seconds: 3 +# .*inkling\\.yaml"))
        .anyMatch(line -> line.matches("log\\.access: off +# default"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server:\n  port: 9000\n",
        "server.port: 9000",
        "server: {port: '9000'}",
        "{\"server\": {\"port\": 9000}}",
        "# mine\nserver.port: 9000 # and why\n"
      })
  void theFileMayBeWrittenAsOneLikes(String yaml) throws IOException {
    assertThat(read(yaml).get(Settings.PORT)).isEqualTo(9000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing chosen yet\n", "---\n", "{}"})
  void anEmptyFileChoosesNothing(String yaml) throws IOException {
    assertThat(read(yaml).get(Settings.PORT)).isEqualTo(8000);
  }

  @Test
  void whatIsPrintedCanBeReadAgain() throws IOException {
    Configuration once = read("server.port: 9000\nlog: {access: json}");
    Configuration again = read(String.join("\n", once.lines()));

    assertThat(values(again)).isEqualTo(values(once));
    assertThat(values(Configuration.ofKeys(once.byKey()))).isEqualTo(values(once));
  }

  @Test
  void whatIsChosenIsToldFromWhatNobodyChose() throws IOException {
    Configuration configuration = read("server.port: 8000");
    assertThat(configuration.isChosen(Settings.PORT)).isTrue();
    assertThat(configuration.isChosen(Settings.HOST)).isFalse();
    assertThat(configuration.byKey()).containsOnlyKeys("server.port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a folder/with spaces",
        "C:\\models",
        "a: b",
        "a #b",
        "'",
        "\"",
        "[::1]",
        "::1",
        "::",
        "*",
        "&a",
        "!x",
        "%d",
        "@a",
        "`",
        "- a",
        "{a}",
        "null",
        "~",
        "0x10",
        "1_000",
        "1e3",
        "010",
        "ä,ö",
        "yes",
        "#",
        "two\nlines",
        "tab\there",
        " spaced "
      })
  void whateverIsChosenIsPrintedSoThatItIsReadBackTheSame(String folder) throws IOException {
    Configuration once =
        Configuration.read(
            Optional.of(file("")), Map.of(), Map.of("--models", folder, "--host", folder));

    Configuration again = read(String.join("\n", once.lines()));

    assertThat(values(again)).isEqualTo(values(once));
  }

  @Test
  void limitsAreChosenLikeEverythingElse() throws IOException {
    Limits limits =
        Configuration.read(
                Optional.of(file("limits: {upload-bytes: 1000, idle-seconds: 7}")),
                Map.of("INKLING_LIMITS_WAITING", "3"),
                Map.of("--limit-connections", "5", "--limit-work-seconds", "9"))
            .serverOptions()
            .limits();

    assertThat(limits)
        .isEqualTo(
            new Limits(
                1000,
                5,
                3,
                Duration.ofSeconds(9),
                Limits.defaults().head(),
                Limits.defaults().body(),
                Limits.defaults().bodyBytesPerSecond(),
                Duration.ofSeconds(7),
                Limits.defaults().answer()));
    assertThat(read("").serverOptions().limits()).isEqualTo(Limits.defaults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server.prot: 1         | server.prot is no setting | did you mean server.port?",
        "servr: {host: x}       | servr.host is no setting  | did you mean server.host?",
        "watermelon: 1          | watermelon is no setting  | choose from limits.answer-seconds",
        "limits.upload-bytes: 0 | limits.upload-bytes is    | from 1 to 268435456, not '0'",
        "server: 9000           | server is no setting      | server.port",
        "server.port: many      | server.port is            | from 0 to 65535, not 'many'",
        "server.port: 70000     | server.port is            | from 0 to 65535, not '70000'",
        "server.port:           | server.port is            | not ''",
        "log.access: yes        | log.access is             | one of off, text, json, not 'yes'",
        "models.watch: perhaps  | models.watch is           | true or false, not 'perhaps'",
        "server.host: ''        | server.host is            | a name or an address",
        "[1, 2]                 | inkling.yaml              | server.port: 9000",
        "server: {port: 1       | inkling.yaml is no YAML   | mend line 1",
        "server.port: 1\\nserver.port: 2 | mend line 2    | server.port"
      })
  void whatCannotBeIsSaidInOneSentence(String yaml, String what, String how) {
    assertThatExceptionOfType(SettingUnfit.class)
        .isThrownBy(() -> read(yaml.replace("\\n", "\n")))
        .satisfies(
            unfit ->
                assertThat(unfit.sentence()).contains(what).contains(how).doesNotContain("\n"));
  }

  @Test
  void aMistypedVariableIsNamedButThoseOfKubernetesAreLeftAlone() {
    var kubernetes =
        Map.of(
            "INKLING_SERVICE_HOST", "10.0.0.1",
            "INKLING_SERVICE_PORT", "8000",
            "INKLING_PORT", "tcp://10.0.0.1:8000",
            "INKLING_PORT_8000_TCP_PORT", "8000");
    assertThat(Configuration.read(noFile(), kubernetes, Map.of()).get(Settings.PORT))
        .isEqualTo(8000);

    assertThatExceptionOfType(SettingUnfit.class)
        .isThrownBy(
            () -> Configuration.read(noFile(), Map.of("INKLING_SERVER_PROT", "1"), Map.of()))
        .withMessageContaining("did you mean INKLING_SERVER_PORT?");
  }

  @Test
  void aWrongValueIsToldByTheNameThatItsWriterUsed() {
    assertThatExceptionOfType(SettingUnfit.class)
        .isThrownBy(() -> Configuration.read(noFile(), Map.of(), Map.of("--port", "many")))
        .withMessageStartingWith("--port is");
    assertThatExceptionOfType(SettingUnfit.class)
        .isThrownBy(
            () -> Configuration.read(noFile(), Map.of("INKLING_SERVER_PORT", "x"), Map.of()))
        .withMessageStartingWith("INKLING_SERVER_PORT is");
  }

  @Test
  void aFileThatIsNotThereIsSaidSo() {
    Path missing = folder.resolve("missing.yaml");

    assertThatExceptionOfType(SettingUnfit.class)
        .isThrownBy(() -> Configuration.read(Optional.of(missing), Map.of(), Map.of()))
        .withMessageContaining(missing.toString())
        .withMessageContaining("--config");
  }

  private Configuration read(String yaml) throws IOException {
    return Configuration.read(Optional.of(file(yaml)), Map.of(), Map.of());
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("inkling.yaml"), yaml);
  }

  /// One without settings, so that no test reads the settings of whoever runs it.
  private static List<Object> values(Configuration configuration) {
    return Settings.ALL.stream().<Object>map(configuration::get).toList();
  }

  private Optional<Path> noFile() {
    try {
      return Optional.of(file(""));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
