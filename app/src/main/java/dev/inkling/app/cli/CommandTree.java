package dev.inkling.app.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What a person is told of the command line, as picocli knows it.
final class CommandTree {
  private CommandTree() {}

  static List<CommandSpec> commands(CommandLine program) {
    return program.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.usageMessage().hidden())
        .toList();
  }

  static Stream<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden());
  }

  static String description(CommandSpec command) {
    return plain(command.usageMessage().description());
  }

  static String description(ArgSpec option) {
    return plain(option.description());
  }

  /// picocli formats descriptions as it prints them.
  private static String plain(String... description) {
    return String.join(" ", description).replace("%n", " ").replace("%%", "%");
  }
}
