package dev.inkling.app.experiments;

import static dev.inkling.app.experiments.TestExperiments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.app.texts.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that keeps one experiment after the other, and is killed in the midst of it.
class CrashTest {
  private static final int KILLS = 4;

  @TempDir private Path folder;

  @Test
  void whatWasKeptSurvivesTheProgramBeingKilled() throws IOException, InterruptedException {
    Path file = folder.resolve(ExperimentStore.NAME);
    long acknowledged = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      acknowledged = Math.max(acknowledged, killed(file, 10 * kill));
      try (var store = ExperimentStore.open(file, Clock.fixed(NOON, ZoneOffset.UTC))) {
        assertThat(store.notice()).isEqualTo(Sentence.NONE);
        List<Entry> entries = store.list(Selection.ALL, 0, Integer.MAX_VALUE);
        assertThat(entries.getFirst().id()).isGreaterThanOrEqualTo(acknowledged);
        assertThat(entries).hasSize((int) entries.getFirst().id());
        assertThat(entries).allSatisfy(entry -> assertThat(entry.readings()).hasSize(2));
        assertThat(store.find(acknowledged)).isPresent();
      }
    }
  }

  /// @return the last experiment of which the program said that it is kept
  private static long killed(Path file, int after) throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = writer.inputReader()) {
      String last = "0";
      for (int i = 0; i < after; i++) {
        last = lines.readLine();
      }
      writer.destroyForcibly();
      return Long.parseLong(last);
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  static final class Writer {
    public static void main(String[] arguments) {
      var store = ExperimentStore.open(Path.of(arguments[0]), Clock.fixed(NOON, ZoneOffset.UTC));
      Experiment four = TestExperiments.of(4, 9, 4);
      while (true) {
        System.out.println(store.add(four));
      }
    }
  }
}
