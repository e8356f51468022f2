package dev.inkling.app.cli;

import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.report.ExperimentReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `inkling report`: the experiments written up.
@Command(
    name = "report",
    description =
        "Writes the experiments up as one HTML file: what was drawn, how it was read, and what there is to observe.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StoreOption where;
  @Mixin private ModelsOption models;

  @Option(
      names = "--out",
      paramLabel = "FILE.html",
      defaultValue = "inkling-report.html",
      description = "Where to (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Override
  public Integer call() {
    try (ExperimentStore store = where.open(spec.commandLine().getErr())) {
      new ExperimentReport(store, where.selection(), models.store().cards(), ZoneId.systemDefault())
          .page()
          .write(out);
      spec.commandLine().getOut().printf("The report is in %s%n", out);
      return InklingCommand.DONE;
    } catch (IOException refused) {
      spec.commandLine()
          .getErr()
          .println(
              "inkling: The report could not be written to %s (%s): name another file with --out."
                  .formatted(out, refused));
      return InklingCommand.FAILED;
    }
  }
}
