package dev.inkling.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.ScriptedHand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BulkCommandTest {
  private final DrawingRenderer renderer = new DrawingRenderer();
  private final StringWriter said = new StringWriter();
  private final StringWriter refused = new StringWriter();

  @TempDir private Path folder;

  @Test
  void eachPictureIsARowAndWhatIsNoneHasItsProblem() throws IOException {
    Path pictures = pictures();

    assertThat(bulk("--input", pictures.toString())).isZero();

    Map<String, Row> rows = rows();
    assertThat(rows).hasSize(13);
    for (int digit = 0; digit < 10; digit++) {
      Row row = row(rows, digit + ".png");
      assertThat(row.<Integer>getAs("digit")).isEqualTo(digit);
      assertThat(row.<String>getAs("verdict")).isEqualTo("digit");
      assertThat(row.<Double>getAs("confidence")).isGreaterThan(0.9);
      assertThat(row.getList(row.fieldIndex("probabilities"))).hasSize(10);
      assertThat(row.<String>getAs("model")).isEqualTo("robust/1");
      assertThat(row.<String>getAs("problem")).isNull();
    }
    for (String bad : List.of("blank.png", "broken.png", "cut.jpg")) {
      assertThat(row(rows, bad).<Integer>getAs("digit")).isNull();
      assertThat(row(rows, bad).<String>getAs("problem")).isNotBlank();
    }
    assertThat(said.toString()).contains("13 pictures read");
  }

  /// In processes of their own, which have nothing of this one's but what Spark sends them.
  @Test
  void executorsElsewhereGetTheModel() throws IOException {
    System.setProperty("spark.executor.extraClassPath", System.getProperty("java.class.path"));
    try {
      assertThat(bulk("--input", pictures().toString(), "--master", "local-cluster[1,1,1024]"))
          .isZero();
    } finally {
      System.clearProperty("spark.executor.extraClassPath");
    }

    Map<String, Row> rows = rows();
    assertThat(rows).hasSize(13);
    for (int digit = 0; digit < 10; digit++) {
      assertThat(row(rows, digit + ".png").<Integer>getAs("digit")).isEqualTo(digit);
    }
  }

  @Test
  void startedAgainItReadsOnlyWhatIsNew() throws IOException {
    Path pictures = pictures();
    bulk("--input", pictures.toString());
    Files.write(pictures.resolve("late.png"), renderer.png(ScriptedHand.draw(3)));

    assertThat(bulk("--input", pictures.toString())).isZero();

    assertThat(rows()).hasSize(14).containsKey("late.png");
    assertThat(said.toString()).contains("1 pictures read").contains("13 had been read before");
  }

  @Test
  void parquetIsReadByItsColumns() throws IOException {
    bulk("--input", pictures().toString());
    try (SparkSession spark = spark()) {
      spark
          .read()
          .format("binaryFile")
          .option("recursiveFileLookup", "true")
          .option("pathGlobFilter", "*.{png,jpg}")
          .load(folder.resolve("pictures").toString())
          .selectExpr("length as number", "content as scan", "concat('p-', path) as name")
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(folder.resolve("table").toString());
    }
    Path first = folder.resolve("read");
    Files.move(first, folder.resolve("first"));

    int code =
        bulk("--input", folder.resolve("table").toString(), "--pictures", "scan", "--key", "name");

    assertThat(code).isZero();
    assertThat(rows()).hasSize(13);
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(bulk("--input", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(refused.toString()).contains("There is no folder");
    assertThat(bulk("--input", folder.toString(), "--model", "none")).isEqualTo(1);
    assertThat(refused.toString()).contains("none");
  }

  private Path pictures() throws IOException {
    Path above = folder.resolve("pictures");
    Path pictures = Files.createDirectories(above.resolve("more"));
    for (int digit = 0; digit < 10; digit++) {
      Files.write(pictures.resolve(digit + ".png"), renderer.png(ScriptedHand.draw(digit)));
    }
    Files.write(above.resolve("blank.png"), renderer.png(Drawing.blank(50, 50, Ink.WHITE)));
    Files.writeString(above.resolve("broken.png"), "no picture", UTF_8);
    Files.write(above.resolve("cut.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
    Files.writeString(above.resolve("notes.txt"), "no picture and not called one", UTF_8);
    return above;
  }

  private int bulk(String... words) {
    CommandLine command =
        new CommandLine(new BulkCommand())
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(refused, true));
    return command
        .setOverwrittenOptionsAllowed(true)
        .execute(
            Stream.concat(
                    Stream.of(
                        "--output", folder.resolve("read").toString(), "--master", "local[2]"),
                    Stream.of(words))
                .toArray(String[]::new));
  }

  private static Row row(Map<String, Row> rows, String name) {
    return Objects.requireNonNull(rows.get(name), name);
  }

  /// By the last part of their names.
  private Map<String, Row> rows() throws IOException {
    try (SparkSession spark = spark()) {
      return spark.read().parquet(folder.resolve("read").toString()).collectAsList().stream()
          .collect(
              Collectors.toMap(
                  row -> row.<String>getAs("key").replaceFirst(".*/", ""), row -> row));
    }
  }

  private static SparkSession spark() {
    return SparkSession.builder()
        .master("local[1]")
        .config("spark.ui.enabled", "false")
        .getOrCreate();
  }
}
