package dev.inkling.model.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs what may take the whole of Java down with it, or needs other flags or another environment.
public final class OwnProcess {
  private OwnProcess() {}

  /// A Java like this one, to run a class's `main`; arguments are appended to its command.
  ///
  /// @param flags come after the usual ones, and win
  public static ProcessBuilder java(Class<?> main, String... flags) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dinkling.models=" + ShippedModels.FOLDER,
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(flags));
    command.add(main.getName());
    return new ProcessBuilder(command);
  }

  /// Runs a class's `main` to its end.
  ///
  /// @return what went wrong: nothing, or its exit status and all that it said
  static String of(Class<?> main, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder java = java(main, "-Xmx256m", "-XX:+ErrorFileToStdout");
    java.environment().putAll(environment);
    Process process = java.redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      int status = process.waitFor();
      return status == 0 ? "" : "exit status %d after saying: %s".formatted(status, said);
    } finally {
      process.destroyForcibly();
    }
  }
}
