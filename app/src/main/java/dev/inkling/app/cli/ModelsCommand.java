package dev.inkling.app.cli;

import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelStore;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `inkling models`: what there is to choose from.
@Command(
    name = "models",
    description = "Lists the models, the default first.",
    mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    ModelStore store = models.store();
    String defaultName = store.defaultName();
    for (ModelCard card : store.cards()) {
      out.printf("%s%s%n", card.id(), card.name().equals(defaultName) ? " (default)" : "");
      out.printf("  %s%n", card.description());
      out.printf("  %s; preprocessing %s%n", card.architecture(), card.preprocessing());
      for (ModelCard.Figure figure : card.figures()) {
        out.printf(
            Locale.ROOT,
            "  %.2f %% right (%.2f to %.2f) of %,d: %s%n",
            100 * figure.accuracy(),
            100 * figure.low(),
            100 * figure.high(),
            figure.samples(),
            figure.on());
        figure
            .calibrationError()
            .ifPresent(
                error -> out.printf(Locale.ROOT, "    %.2f %% calibration error%n", 100 * error));
      }
    }
    out.flush();
    return InklingCommand.DONE;
  }
}
