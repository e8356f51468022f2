package dev.inkling.app.cli;

import static dev.inkling.app.cli.Run.inkling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.ink.TestPictures;
import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void drawTheDigits() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    for (int digit = 0; digit <= 9; digit++) {
      Files.write(
          data.resolve(digit + "_hand.png"), new DrawingRenderer().png(ScriptedHand.draw(digit)));
    }
  }

  @Test
  void itPrintsTheFiguresOfAFolder() {
    Run run = inkling("evaluate", "--data", data, "--model", "seed");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(data + ": 10 digits, 0 others")
        .containsPattern("Digits read right +\\d+\\.\\d\\d % \\(\\d+ of 10\\)")
        .containsPattern("95 % interval +\\d+\\.\\d\\d to \\d+\\.\\d\\d %")
        .containsPattern("Expected calibration error +\\d+\\.\\d\\d %")
        .containsPattern("Digits refused +\\d+\\.\\d\\d %")
        .containsPattern("Slowest stage +(decode|preprocess|infer), median")
        .contains("recall  precision")
        .contains("99th percentile");
  }

  @Test
  void whatCannotBeReadIsNamedAndCounted() throws IOException {
    Files.write(data.resolve("4_cut.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    Path none = Files.createDirectory(data.resolve("none"));
    Files.write(none.resolve("blank.png"), TestPictures.blank(50, 50, 0xFFFFFFFF));

    Run run = inkling("evaluate", "--data", data, "--model", "seed");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("11 digits, 1 others")
        .containsPattern("Non-digits refused +100.00 % \\(1 of 1\\)")
        .containsPattern("4_cut\\.png +This is no picture that Inkling can read")
        .containsPattern("blank\\.png +There is no ink");
  }

  @Test
  void aModelNamedTwiceIsAskedOnceAndTwoAreCompared() throws IOException {
    Path models = twoModels();

    Run once = inkling("evaluate", "--data", data, "--models", models, "--model", "seed,seed");
    Run both = inkling("evaluate", "--data", data, "--models", models, "--model", "seed,twin");

    assertThat(once.out()).doesNotContain("McNemar");
    assertThat(both.out())
        .containsPattern("seed/1 +twin/1")
        .contains("0 digits are read right by seed/1 only, 0 by twin/1 only")
        .contains("probability 1.0000 (McNemar's exact test)");
  }

  @Test
  void theReportIsOneFileWithTheCommandInIt() throws IOException {
    Path report = folder.resolve("my report.html");

    Run run = inkling("evaluate", "--data", data, "--model", "seed", "--report", report);

    assertThat(run.exitCode()).isZero();
    assertThat(report)
        .content()
        .startsWith("<!doctype html>")
        .contains("inkling evaluate --data")
        .contains("my report.html&#39;</pre>");
    assertThat(folder)
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
  }

  @Test
  void withoutLabelsItSaysInOneLineWhatItTakes() throws IOException {
    Run run = inkling("evaluate", "--data", Files.createDirectory(folder.resolve("empty")));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("empty")
        .contains("labels.tsv");
  }

  /// The seed model, and the same under another name.
  private Path twoModels() throws IOException {
    Path shipped = ShippedModels.FOLDER.resolve("seed/1");
    for (String name : new String[] {"seed", "twin"}) {
      Path target = folder.resolve("models").resolve(name).resolve("1");
      try (var files = Files.walk(shipped)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = target.resolve(shipped.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
      Path card = target.resolve("model-card.json");
      Files.writeString(
          card,
          Files.readString(card).replace("\"name\" : \"seed\"", "\"name\" : \"" + name + "\""));
    }
    return folder.resolve("models");
  }
}
