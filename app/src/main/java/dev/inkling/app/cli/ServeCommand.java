package dev.inkling.app.cli;

import dev.inkling.api.InklingServer;
import dev.inkling.api.ServerNotStarted;
import dev.inkling.api.ServerOptions;
import dev.inkling.model.serving.ModelStore;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `inkling serve`: the endpoint without the window, until it is stopped.
@Command(
    name = "serve",
    description = "Answers POST /predict without a window, until stopped with Ctrl-C.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final int MOST_PORT = 65_535;

  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;
  @Mixin private SafetyOptions safety;

  @Option(
      names = "--host",
      defaultValue = ServerOptions.DEFAULT_HOST,
      description = "Name or address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "" + ServerOptions.DEFAULT_PORT,
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    ServerOptions options = options();
    return serve(options, models.store(), spec.commandLine(), notice(options));
  }

  /// What else there is to know about a server that other machines can reach.
  private Optional<String> notice(ServerOptions options) {
    if (!options.isBeyondLoopback()) {
      return Optional.empty();
    }
    String open =
        options.certificate().isPresent()
            ? ""
            : " Whoever listens on the way can read it: --tls-cert and --tls-key encrypt.";
    return Optional.of(
        "Other machines reach it: clients send 'Authorization: Bearer TOKEN' with what stands in %s.%s"
            .formatted(safety.safety().tokenPath(), open));
  }

  /// Serves until Java is told to end.
  ///
  /// @param notice a line to tell when it answers
  static int serve(
      ServerOptions options, ModelStore models, CommandLine terminal, Optional<String> notice)
      throws InterruptedException {
    InklingServer server;
    try {
      server = InklingServer.start(options, models);
    } catch (ServerNotStarted refused) {
      terminal.getErr().println("inkling: " + refused.sentence());
      return InklingCommand.FAILED;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-server"));
    terminal
        .getOut()
        .printf(
            "Inkling answers at %1$s/predict; try it at %1$s/docs. Ctrl-C stops it.%n",
            server.address());
    notice.ifPresent(terminal.getOut()::println);
    terminal.getOut().flush();
    // Ctrl-C or a signal ends Java, and with it this wait.
    new CountDownLatch(1).await();
    return InklingCommand.DONE;
  }

  private ServerOptions options() {
    if (port < 0 || port > MOST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port lies between 0 and 65535, got " + port + ".");
    }
    try {
      return safety.safety().on(new ServerOptions(host, port));
    } catch (IllegalArgumentException unfit) {
      throw new ParameterException(spec.commandLine(), String.valueOf(unfit.getMessage()));
    }
  }
}
