package dev.inkling.model.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Runs what may take the whole of Java down with it, or needs another environment.
final class OwnProcess {
  private OwnProcess() {}

  /// Runs a class's `main` to its end.
  ///
  /// @return what went wrong: nothing, or its exit status and all that it said
  static String of(Class<?> main, Map<String, String> environment)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx256m",
            "-XX:+ErrorFileToStdout",
            "-Dinkling.models=" + ShippedModels.FOLDER,
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      int status = process.waitFor();
      return status == 0 ? "" : "exit status %d after saying: %s".formatted(status, said);
    } finally {
      process.destroyForcibly();
    }
  }
}
