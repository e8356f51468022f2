package dev.inkling.app;

import dev.inkling.app.cli.InklingCommand;

/// Starts Inkling: the desktop, or what the command line asks for. It is no JavaFX `Application`,
/// so that the class path is enough to run it and the server needs no JavaFX at all.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(InklingCommand.commandLine().execute(args));
  }
}
