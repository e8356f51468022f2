package dev.inkling.app.cli;

import dev.inkling.app.settings.Setting;
import dev.inkling.app.settings.Settings;
import dev.inkling.model.Inkling;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The page that `man inkling` shows, in the macros of man(7). picocli's own way to one leads over
/// AsciiDoc and a Ruby program (decision 25).
final class ManualPage {
  private final StringBuilder page = new StringBuilder();

  private ManualPage() {}

  static String of(CommandLine program) {
    var manual = new ManualPage();
    manual.write(program);
    return manual.page.toString();
  }

  private void write(CommandLine program) {
    CommandSpec inkling = program.getCommandSpec();
    macro(
        ".TH %s 1 \"\" \"Inkling %s\" \"\""
            .formatted(inkling.name().toUpperCase(Locale.ROOT), Inkling.version()));
    macro(".SH NAME");
    macro("%s \\- recognises hand\\-drawn digits".formatted(inkling.name()));
    macro(".SH SYNOPSIS");
    synopsis(inkling);
    CommandTree.commands(program).forEach(this::synopsis);
    macro(".SH DESCRIPTION");
    text(CommandTree.description(inkling));
    macro(".SH OPTIONS");
    arguments(inkling);
    macro(".SH COMMANDS");
    for (CommandSpec command : CommandTree.commands(program)) {
      macro(".SS %s".formatted(escaped(command.qualifiedName())));
      text(CommandTree.description(command));
      arguments(command);
    }
    macro(".SH ENVIRONMENT");
    text("What flags say counts before these, and these before the file of settings.");
    for (Setting<?> setting : Settings.ALL) {
      entry(bold(setting.variable()), setting.description() + ".");
    }
    macro(".SH FILES");
    entry(
        italic("~/.config/inkling/inkling.yaml"), "Settings, where --config names no other file.");
    entry(italic("~/.config/inkling/token"), "What clients of a server beyond this machine show.");
    macro(".SH EXIT STATUS");
    text("0 done, 1 failed, 2 wrong usage.");
  }

  private void synopsis(CommandSpec command) {
    macro(".B %s".formatted(escaped(command.qualifiedName())));
    String parameters =
        command.positionalParameters().stream()
            .map(ManualPage::shown)
            .collect(Collectors.joining(" "));
    macro("[%s]... %s".formatted(italic("OPTION"), parameters));
    macro(".br");
  }

  private static String shown(PositionalParamSpec parameter) {
    String label = italic(parameter.paramLabel()) + (parameter.arity().max() > 1 ? "..." : "");
    return parameter.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private void arguments(CommandSpec command) {
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      entry(italic(parameter.paramLabel()), CommandTree.description(parameter));
    }
    CommandTree.options(command)
        .forEach(option -> entry(flags(option), CommandTree.description(option)));
  }

  private static String flags(OptionSpec option) {
    String names =
        Stream.of(option.names()).map(ManualPage::bold).collect(Collectors.joining(", "));
    return option.arity().max() > 0 ? names + "=" + italic(option.paramLabel()) : names;
  }

  private void entry(String term, String text) {
    macro(".TP");
    macro("%s".formatted(term));
    text(text);
  }

  private void text(String text) {
    macro(escaped(text));
  }

  private void macro(String line) {
    page.append(line.stripTrailing()).append('\n');
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  private static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /// Minus signs that can be copied, no line that looks like a macro, and nothing but ASCII, which
  /// every man reads alike.
  private static String escaped(String text) {
    var escaped = new StringBuilder(text.startsWith(".") || text.startsWith("'") ? "\\&" : "");
    text.codePoints()
        .forEach(
            character ->
                escaped.append(
                    switch (character) {
                      case '\\' -> "\\e";
                      case '-' -> "\\-";
                      default ->
                          character < 0x80
                              ? Character.toString(character)
                              : "\\[u%04X]".formatted(character);
                    }));
    return escaped.toString();
  }
}
