package dev.inkling.model.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.evaluation.Stress;
import dev.inkling.model.evaluation.StressTable;
import dev.inkling.model.evaluation.StressTable.Row;
import dev.inkling.model.serving.ModelId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class StressReportTest {
  private static final StressTable TABLE =
      new StressTable(
          List.of(new ModelId("seed", 1), new ModelId("robust", 2)),
          40,
          List.of(
              row(Stress.BLUR, 0, 39, 40),
              row(Stress.BLUR, 1, 20, 40),
              row(Stress.JPEG, 80, 0, 0)));

  @TempDir private Path folder;

  @Test
  void theTableHasARowADisturbanceAndAColumnAModel() {
    assertThat(new StressReport(TABLE, "inkling stress").markdown())
        .isEqualTo(
            """
            | what happens | how much | seed/1, % right | robust/2, % right |
            |---|---|---|---|
            | JPEG | 80 quality | 0.0 | 0.0 |
            | blur | 0 · 1 % of the canvas | 97.5 · 50.0 | 100.0 · 100.0 |
            """);
  }

  @Test
  void thePlotIsAPanelADisturbanceWithALineAModelNamedAtItsEnd() throws Exception {
    new StressReport(TABLE, "inkling stress").write(folder.resolve("new"));

    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("new/stress.svg").toFile());
    assertThat(svg.getElementsByTagName("g").getLength()).isEqualTo(2);
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(4);
    assertThat(svg.getDocumentElement().getTextContent()).contains("seed", "robust", "blur");
  }

  @Test
  void theFileTellsHowItWasMade() throws Exception {
    new StressReport(TABLE, "inkling stress --digits 20 --seed 1").write(folder);

    assertThat(Files.readString(folder.resolve("stress.md")))
        .startsWith("| what happens |")
        .contains("of up to 40 digits")
        .contains("`inkling stress --digits 20 --seed 1`");
  }

  private static Row row(Stress stress, double strength, int... right) {
    return new Row(
        stress, strength, List.of(new Accuracy(right[0], 40), new Accuracy(right[1], 40)));
  }
}
