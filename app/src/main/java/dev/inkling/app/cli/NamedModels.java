package dev.inkling.app.cli;

import dev.inkling.model.serving.ModelStore;
import java.util.List;
import picocli.CommandLine.Option;

/// Which models a command that compares them asks.
final class NamedModels {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      split = ",",
      description = "Which model, or several, set apart by commas (default: the best).")
  private List<String> names = List.of();

  /// Each once, in the order in which they were named; the default if none was.
  List<String> in(ModelStore store) {
    return names.isEmpty() ? List.of(store.defaultName()) : names.stream().distinct().toList();
  }

  /// As it was typed, with a blank before it; nothing if no model was named.
  String typed() {
    return names.isEmpty() ? "" : " --model " + String.join(",", names);
  }
}
