package dev.inkling.app.cli;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The commands and options as `complete` commands of fish, which picocli does not write.
final class FishCompletion {
  private FishCompletion() {}

  static String of(CommandLine program) {
    String name = program.getCommandName();
    List<CommandSpec> commands = CommandTree.commands(program);
    var lines = new StringJoiner("\n");
    for (CommandSpec command : commands) {
      lines.add(
          "complete -c %s -n __fish_use_subcommand -f -a %s -d %s"
              .formatted(name, command.name(), quoted(firstSentence(command))));
    }
    options(name, "__fish_use_subcommand", program.getCommandSpec()).forEach(lines::add);
    for (CommandSpec command : commands) {
      String condition = "'__fish_seen_subcommand_from " + command.name() + "'";
      values(name, condition, command).forEach(lines::add);
      options(name, condition, command).forEach(lines::add);
    }
    return lines.toString();
  }

  /// Words that can stand in the place of a parameter, where only some can.
  private static Stream<String> values(String name, String condition, CommandSpec command) {
    return command.positionalParameters().stream()
        .filter(parameter -> parameter.completionCandidates() != null)
        .map(parameter -> quoted(String.join(" ", parameter.completionCandidates())))
        .map(values -> "complete -c %s -n %s -f -a %s".formatted(name, condition, values));
  }

  private static Stream<String> options(String name, String condition, CommandSpec command) {
    return CommandTree.options(command)
        .map(
            option ->
                "complete -c %s -n %s%s%s -d %s"
                    .formatted(
                        name,
                        condition,
                        flags(option),
                        option.arity().max() > 0 ? " -r" : "",
                        quoted(CommandTree.description(option))));
  }

  private static String flags(OptionSpec option) {
    var flags = new StringBuilder();
    for (String flag : option.names()) {
      flags.append(flag.startsWith("--") ? " -l " + flag.substring(2) : " -s " + flag.substring(1));
    }
    return flags.toString();
  }

  private static String firstSentence(CommandSpec command) {
    return CommandTree.description(command).replaceFirst("(?s)\\. .*", ".");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
