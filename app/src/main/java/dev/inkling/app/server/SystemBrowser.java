package dev.inkling.app.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Opens pages by the command that each system has for it. JavaFX's own way (`HostServices`) never
/// tells that there is no browser, and AWT's would start a second toolkit beside JavaFX.
public final class SystemBrowser implements Browser {
  private final List<String> command;

  private SystemBrowser(List<String> command) {
    this.command = command;
  }

  /// The browser of this system.
  public static SystemBrowser ofThisSystem() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("windows")) {
      return new SystemBrowser(List.of("rundll32", "url.dll,FileProtocolHandler"));
    }
    return new SystemBrowser(List.of(system.contains("mac") ? "open" : "xdg-open"));
  }

  @Override
  public CompletionStage<?> open(URI page) {
    var line = new ArrayList<>(command);
    line.add(page.toString());
    try {
      return new ProcessBuilder(line)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .thenAccept(SystemBrowser::checkExit);
    } catch (IOException noSuchCommand) {
      return CompletableFuture.failedStage(noSuchCommand);
    }
  }

  private static void checkExit(Process opener) {
    if (opener.exitValue() != 0) {
      throw new UncheckedIOException(
          new IOException("The browser's opener ended with " + opener.exitValue()));
    }
  }
}
