package dev.inkling.app.cli;

import static dev.inkling.app.cli.Run.inkling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.settings.Setting;
import dev.inkling.app.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionAndManualTest {
  private static final List<String> COMMANDS =
      List.of("serve", "predict", "train", "evaluate", "stress", "models", "completion");

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void everyShellKnowsEveryCommandAndSetting(String shell) {
    Run run = inkling("completion", shell);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains(COMMANDS).doesNotContain(" manual");
    assertThat(run.out())
        .contains(Settings.ALL.stream().map(setting -> setting.flag().substring(2)).toList());
  }

  @Test
  void zshTakesItFromItsFolderOfCompletions() {
    assertThat(inkling("completion", "zsh").out()).startsWith("#compdef inkling\n");
  }

  @Test
  void fishTellsWhatACommandIsFor() {
    assertThat(inkling("completion", "fish").out())
        .contains(
            "complete -c inkling -n __fish_use_subcommand -f -a predict"
                + " -d 'Reads the digit in each picture file.'\n",
            "complete -c inkling -n '__fish_seen_subcommand_from predict' -l json"
                + " -d 'One JSON object a line instead of a table.'\n",
            "-l allow-host -r -d",
            "-n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'\n");
  }

  @Test
  void anotherShellIsRefusedWithTheNamesOfThoseKnown() {
    Run run = inkling("completion", "csh");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("bash, zsh, fish");
  }

  @Test
  void theManualTellsOfEveryCommandSettingAndVariable() {
    Run run = inkling("manual");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith(".TH INKLING 1 ").doesNotContain("Prints the page");
    for (String command : COMMANDS) {
      assertThat(run.out()).contains(".SS inkling " + command + "\n");
    }
    assertThat(run.out())
        .contains("\\fB\\-\\-allow\\-host\\fR=\\fINAME,\\[u2026]\\fR\n")
        .contains(Settings.ALL.stream().map(Setting::variable).toList());
    assertThat(run.out().chars()).as("other than ASCII").allMatch(character -> character < 0x80);
  }
}
