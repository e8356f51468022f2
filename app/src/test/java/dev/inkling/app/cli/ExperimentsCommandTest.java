package dev.inkling.app.cli;

import static dev.inkling.app.cli.Run.inkling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsCommandTest {
  @TempDir private Path folder;
  private Path db;
  private Path drawings;

  @BeforeEach
  void drawSome() throws IOException {
    db = folder.resolve("inkling.db");
    drawings = Files.createDirectory(folder.resolve("drawings"));
    for (int digit : new int[] {3, 7}) {
      Files.write(
          drawings.resolve(digit + "_hand.png"),
          new DrawingRenderer().png(ScriptedHand.draw(digit)));
    }
  }

  @Test
  void whatIsImportedIsReadByEveryModelListedAndWrittenUp() throws IOException {
    Run imported = inkling("experiments", "import", "--db", db, "--person", "Ada", drawings);
    assertThat(imported.out()).isEqualTo("2 kept from %s%n".formatted(drawings));
    assertThat(imported.exitCode()).isZero();

    assertThat(inkling("experiments", "list", "--db", db).out().lines().toList())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("\tAda\t").contains("robust/1: "));

    Path report = folder.resolve("report.html");
    assertThat(inkling("report", "--db", db, "--out", report).exitCode()).isZero();
    assertThat(Files.readString(report)).contains("2 drawings by Ada").contains("Ground truth");
  }

  @Test
  void anExportIsImportedAgain() {
    inkling("experiments", "import", "--db", db, drawings);
    Path zip = folder.resolve("out.zip");
    assertThat(inkling("experiments", "export", "--db", db, zip).exitCode()).isZero();

    Run again = inkling("experiments", "import", "--db", folder.resolve("other.db"), zip);
    assertThat(again.out()).startsWith("2 kept");
  }

  @Test
  void whatCannotBeImportedIsSaid() throws IOException {
    Files.write(drawings.resolve("4_torn.png"), new byte[] {1, 2, 3});
    Run run = inkling("experiments", "import", "--db", db, drawings);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("2 kept");
    assertThat(run.err()).startsWith("4_torn.png: ");
    assertThat(inkling("experiments").exitCode()).isEqualTo(2);
    assertThat(inkling("report", "--db", db, "--out", folder.resolve("no/r.html")).err())
        .contains("--out");
  }

  @Test
  void trainingNeedsToBeToldWhatFrom() {
    assertThat(inkling("train").err()).contains("--from");
    assertThat(inkling("train", "--from", "seed").err()).contains("--drawings");
    assertThat(inkling("train", "seed", "--from", "seed", "--drawings", db).exitCode())
        .isEqualTo(2);
    assertThat(inkling("train", "--from", "nobody", "--drawings", drawings, "--out", folder).err())
        .contains("nobody");
  }
}
