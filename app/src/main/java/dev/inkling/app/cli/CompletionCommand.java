package dev.inkling.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `inkling completion SHELL`: for `source <(inkling completion bash)`, and for packages.
@Command(
    name = "completion",
    description = "Prints what bash, zsh or fish need to complete commands and options.",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  enum Shell {
    BASH,
    ZSH,
    FISH;

    /// As it is typed.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell;

  @Override
  public Integer call() {
    CommandLine inkling = spec.root().commandLine();
    var out = spec.commandLine().getOut();
    out.println(
        switch (shell) {
          case BASH -> bash(inkling);
          case ZSH -> zsh(inkling);
          case FISH -> FishCompletion.of(inkling);
        });
    out.flush();
    return InklingCommand.DONE;
  }

  private static String bash(CommandLine inkling) {
    return AutoComplete.bash(inkling.getCommandName(), inkling);
  }

  /// picocli's script for bash runs in zsh too, but for a command that zsh does not have. What
  /// stands around it lets zsh load it when completion is first asked for, as it does with all that
  /// lies in its folders of completions, and not only when a start-up file reads it.
  private static String zsh(CommandLine inkling) {
    String name = inkling.getCommandName();
    return """
    #compdef %1$s
    compopt() { :; }
    %2$s
    [[ $funcstack[1] != _%1$s ]] || _bash_complete -o default -F _complete_%1$s
    """
        .formatted(name, bash(inkling));
  }
}
