package dev.inkling.app;

import dev.inkling.app.cli.InklingCommand;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/// Starts Inkling: the desktop, or what the command line asks for. It is no JavaFX `Application`,
/// so that the class path is enough to run it and the server needs no JavaFX at all.
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    try (InputStream levels = Main.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(levels);
    }
    System.exit(InklingCommand.execute(args));
  }
}
