package dev.inkling.app.cli;

import dev.inkling.api.InklingServer;
import dev.inkling.api.ServerNotStarted;
import dev.inkling.api.ServerOptions;
import dev.inkling.model.serving.ModelStore;
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
  @Spec private CommandSpec spec;
  @Mixin private ModelsOption models;

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
    return serve(options(), models.store(), spec.commandLine());
  }

  /// Serves until Java is told to end.
  static int serve(ServerOptions options, ModelStore models, CommandLine terminal)
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
    terminal.getOut().flush();
    // Ctrl-C or a signal ends Java, and with it this wait.
    new CountDownLatch(1).await();
    return InklingCommand.DONE;
  }

  private ServerOptions options() {
    try {
      return new ServerOptions(host, port);
    } catch (IllegalArgumentException outside) {
      throw new ParameterException(
          spec.commandLine(), "--port lies between 0 and 65535, got " + port + ".");
    }
  }
}
