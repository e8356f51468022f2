package dev.inkling.app.cli;

import dev.inkling.api.InklingServer;
import dev.inkling.api.ServerNotStarted;
import dev.inkling.api.ServerOptions;
import dev.inkling.app.learn.LearnedModels;
import dev.inkling.app.settings.Configuration;
import dev.inkling.app.settings.Settings;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `inkling serve`: the endpoint without the window, until it is stopped.
@Command(
    name = "serve",
    description = "Answers POST /predict without a window, until stopped with Ctrl-C.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--print-config",
      description = "Print every setting with who chose it, as a configuration file, and end.")
  private boolean printConfig;

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration = SettingOptions.chosen(spec);
    if (printConfig) {
      PrintWriter out = spec.commandLine().getOut();
      configuration.lines().forEach(out::println);
      out.flush();
      return InklingCommand.DONE;
    }
    return serve(
        configuration, SettingOptions.serverOptions(configuration, spec), spec.commandLine());
  }

  /// Serves until Java is told to end.
  ///
  /// @param options what the configuration makes of the server
  static int serve(Configuration configuration, ServerOptions options, CommandLine terminal)
      throws InterruptedException {
    var starting = new CompletableFuture<InklingServer>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(starting), "stop-server"));
    try {
      InklingServer server =
          InklingServer.start(
              options, LearnedModels.ofThisUser().with(configuration.get(Settings.MODELS_FOLDER)));
      terminal
          .getOut()
          .printf(
              "Inkling answers at %1$s/predict; try it at %1$s/docs. Ctrl-C stops it.%n",
              server.address());
      notice(configuration, options).ifPresent(terminal.getOut()::println);
      terminal.getOut().flush();
      starting.complete(server);
    } catch (ServerNotStarted refused) {
      terminal.getErr().println("inkling: " + refused.sentence());
      return InklingCommand.FAILED;
    } finally {
      starting.cancel(false);
    }
    // Ctrl-C or a signal ends Java, and with it this wait.
    new CountDownLatch(1).await();
    return InklingCommand.DONE;
  }

  /// Also one that is only starting: what Java does while it ends must not meet the threads that
  /// load models (decision 28).
  private static void stop(CompletableFuture<InklingServer> starting) {
    try {
      starting.join().close();
    } catch (CancellationException refused) {
      // Then there is none.
    }
  }

  /// What else there is to know about a server that other machines can reach.
  private static Optional<String> notice(Configuration configuration, ServerOptions options) {
    if (!options.isBeyondLoopback()) {
      return Optional.empty();
    }
    String open =
        options.certificate().isPresent()
            ? ""
            : " Whoever listens on the way can read it: --tls-cert and --tls-key encrypt.";
    return Optional.of(
        "Other machines reach it: clients send 'Authorization: Bearer TOKEN' with what stands in %s.%s"
            .formatted(configuration.safety().tokenPath(), open));
  }
}
