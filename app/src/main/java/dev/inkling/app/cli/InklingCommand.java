package dev.inkling.app.cli;

import dev.inkling.api.ServerOptions;
import dev.inkling.app.desktop.Desktop;
import dev.inkling.app.settings.Configuration;
import dev.inkling.app.settings.SettingUnfit;
import dev.inkling.model.Inkling;
import dev.inkling.model.InklingException;
import dev.inkling.model.serving.Classifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `inkling`: without a subcommand, the desktop. Exit codes: 0 done, 1 failed, 2 wrong usage.
@Command(
    name = "inkling",
    description = "Recognises hand-drawn digits. Without a command it opens the drawing window.",
    mixinStandardHelpOptions = true,
    versionProvider = InklingCommand.Version.class)
public final class InklingCommand implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;

  private static final List<Class<?>> COMMANDS =
      List.of(
          ServeCommand.class,
          PredictCommand.class,
          TrainCommand.class,
          TrainSegmentsCommand.class,
          EvaluateCommand.class,
          StressCommand.class,
          ModelsCommand.class,
          ExperimentsCommand.class,
          ReportCommand.class,
          CompletionCommand.class,
          ManualCommand.class);

  /// Those that load a model at once.
  private static final Set<String> ASK_MODELS = Set.of("serve", "predict");

  @Parameters(paramLabel = "FILE", description = "Pictures to open in the window.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  /// Does what the words say, and gives the exit code.
  ///
  /// From a menu there are none. What every command takes is not put together then, for the window
  /// would come a quarter of a second later.
  public static int execute(String... words) {
    Optional<Configuration> window =
        words.length == 0 && Display.isThere() ? unlessUnfit() : Optional.empty();
    if (window.isEmpty()) {
      return executeWords(words);
    }
    Desktop.open(window.get(), List.of());
    return DONE;
  }

  /// TensorFlow is loaded while the command line is put together, which takes as long.
  private static int executeWords(String... words) {
    CompletableFuture<Void> loading =
        asksModels(words) ? Classifier.prepare() : CompletableFuture.completedFuture(null);
    int code = commandLine(words).execute(words);
    loading.join();
    return code;
  }

  /// What file and environment say. If they say what can't be, the command line is the one to tell.
  private static Optional<Configuration> unlessUnfit() {
    try {
      var configuration = Configuration.read(Optional.empty(), System.getenv(), Map.of());
      configuration.serverOptions();
      return Optional.of(configuration);
    } catch (SettingUnfit unfit) {
      return Optional.empty();
    }
  }

  /// The command line, ready to execute these words. For those that load a model it is no more than
  /// their own command, as putting the others together takes longer than reading a digit; all the
  /// rest may have to tell of every command.
  static CommandLine commandLine(String... words) {
    var inkling = new CommandLine(new InklingCommand());
    SettingOptions.addTo(inkling.getCommandSpec());
    COMMANDS.stream()
        .filter(type -> !asksModels(words) || name(type).equals(words[0]))
        .forEach(inkling::addSubcommand);
    Optional.ofNullable(inkling.getSubcommands().get("serve"))
        .ifPresent(serve -> SettingOptions.addTo(serve.getCommandSpec()));
    return inkling
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> {
              if (exception instanceof InklingException refusal) {
                command.getErr().println("inkling: " + refusal.sentence());
                return FAILED;
              }
              throw exception;
            });
  }

  private static boolean asksModels(String... words) {
    return words.length > 0 && ASK_MODELS.contains(words[0]);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  @Override
  public Integer call() throws InterruptedException {
    checkFiles();
    Configuration configuration = SettingOptions.chosen(spec);
    ServerOptions options = SettingOptions.serverOptions(configuration, spec);
    if (Display.isThere()) {
      Desktop.open(configuration, files);
      return DONE;
    }
    spec.commandLine()
        .getErr()
        .println("There is no display for the window, so Inkling only answers over HTTP.");
    return ServeCommand.serve(configuration, options, spec.commandLine());
  }

  /// A word that is neither a command nor a file is a slip in one or the other.
  private void checkFiles() {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new ParameterException(
            spec.commandLine(), "There is no file '%s', and no such command.".formatted(file));
      }
    }
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"inkling " + Inkling.version()};
    }
  }
}
