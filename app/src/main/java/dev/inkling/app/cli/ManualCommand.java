package dev.inkling.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `inkling manual`: the page for `man`, for those who make packages.
@Command(
    name = "manual",
    description = "Prints the page for man.",
    mixinStandardHelpOptions = true,
    hidden = true)
final class ManualCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    out.print(ManualPage.of(spec.root().commandLine()));
    out.flush();
    return InklingCommand.DONE;
  }
}
