package dev.inkling.app.cli;

import dev.inkling.api.ServerOptions;
import dev.inkling.app.settings.Configuration;
import dev.inkling.app.settings.Setting;
import dev.inkling.app.settings.SettingUnfit;
import dev.inkling.app.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// A flag for every setting, from their table.
final class SettingOptions {
  private static final String CONFIG = "--config";

  private SettingOptions() {}

  static void addTo(CommandSpec command) {
    command.addOption(
        OptionSpec.builder(CONFIG)
            .type(Path.class)
            .paramLabel("FILE")
            .description("File of settings (default: inkling.yaml in your folder of settings).")
            .build());
    for (Setting<?> setting : Settings.ALL) {
      command.addOption(
          OptionSpec.builder(setting.flag())
              .type(String.class)
              .paramLabel(setting.label())
              .description(
                  "%s (default: %s)."
                      .formatted(setting.description(), setting.fallbackWords())
                      .replace("%", "%%"))
              .build());
    }
  }

  /// What file, environment and the flags of that command say together.
  ///
  /// @throws ParameterException if one of them says what can't be
  static Configuration chosen(CommandSpec command) {
    var given = command.commandLine().getParseResult();
    Map<String, String> flags = new LinkedHashMap<>();
    for (Setting<?> setting : Settings.ALL) {
      String value = given.matchedOptionValue(setting.flag(), "");
      if (given.hasMatchedOption(setting.flag())) {
        flags.put(setting.flag(), value);
      }
    }
    Optional<Path> file =
        given.hasMatchedOption(CONFIG)
            ? Optional.of(given.matchedOptionValue(CONFIG, Path.of("")))
            : Optional.empty();
    try {
      return Configuration.read(file, System.getenv(), flags);
    } catch (SettingUnfit unfit) {
      throw new ParameterException(command.commandLine(), unfit.sentence(), unfit);
    }
  }

  /// What the server is started with.
  ///
  /// @throws ParameterException if a file is named that can't be used, or a name that is none
  static ServerOptions serverOptions(Configuration configuration, CommandSpec command) {
    try {
      return configuration.serverOptions();
    } catch (SettingUnfit unfit) {
      throw new ParameterException(command.commandLine(), unfit.sentence(), unfit);
    }
  }
}
