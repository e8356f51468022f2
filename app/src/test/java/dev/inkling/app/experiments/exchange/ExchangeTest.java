package dev.inkling.app.experiments.exchange;

import static dev.inkling.app.experiments.TestExperiments.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.app.experiments.Entry;
import dev.inkling.app.experiments.Experiment;
import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.Reading;
import dev.inkling.app.experiments.Selection;
import dev.inkling.app.experiments.TestExperiments;
import dev.inkling.app.experiments.exchange.Import.Done;
import dev.inkling.model.DataUnusable;
import dev.inkling.model.data.LabelledPictures;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Verdict;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Reading SAID =
      TestExperiments.reading(TestExperiments.ROBUST, 3, 0.8, Verdict.UNSURE);

  @TempDir private Path folder;
  private final List<ExperimentStore> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(ExperimentStore::close);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatGoesOutComesBackTheSame(long seed) {
    ExperimentStore store = store("a.db");
    List<Experiment> experiments = random(new Random(seed));
    store.addAll(experiments);
    Path place = folder.resolve(seed % 2 == 0 ? "out" : "out.zip");

    assertThat(new Export(store, Selection.ALL).to(place)).isEqualTo(experiments.size());
    ExperimentStore other = store("b.db");
    Done done = importer(other).from(place, part -> {});

    assertThat(done).isEqualTo(new Done(experiments.size(), List.of()));
    assertThat(all(other)).usingRecursiveComparison().isEqualTo(all(store));
  }

  @Test
  void anExportIsReadByWhateverReadsLabelledPictures() throws IOException {
    ExperimentStore store = store("a.db");
    store.add(TestExperiments.by("=SUM(A1)", 4, 9, 4));
    store.add(TestExperiments.noDigit(Verdict.UNSURE));
    Path out = folder.resolve("out");
    new Export(store, Selection.ALL).to(out);

    assertThat(LabelledPictures.at(out, false).pictures())
        .extracting(picture -> picture.digit().orElse(-1))
        .containsExactly(4, -1);
    assertThat(LabelledPictures.at(out.resolve("idx/experiments-images-idx3-ubyte"), true).digits())
        .isEqualTo(1);
    assertThat(Files.readAllLines(out.resolve("experiments.csv")))
        .hasSize(4)
        .contains("pictures/00001.png,4,'=SUM(A1),2026-11-25T12:00:00Z,seed,1,9,0.6,digit,false");
  }

  @Test
  void labelledPicturesAreReadByTheModels() throws IOException {
    write(folder.resolve("in/7_anna.png"), png(7));
    write(folder.resolve("in/none/x.png"), png(8));
    write(folder.resolve("in/9_torn.png"), Arrays.copyOf(png(9), 60));
    ExperimentStore store = store("a.db");

    Done done = importer(store).from(folder.resolve("in"), part -> {});

    assertThat(done.kept()).isEqualTo(2);
    assertThat(done.problems()).singleElement().asString().startsWith("9_torn.png: ");
    assertThat(all(store))
        .allSatisfy(
            experiment -> {
              assertThat(experiment.person()).isEqualTo("Class 4b");
              assertThat(experiment.readings()).containsExactly(SAID);
            })
        .extracting(experiment -> experiment.truth().orElse(-1))
        .containsExactlyInAnyOrder(7, -1);
  }

  @Test
  void oneLabelledPictureIsEnough() throws IOException {
    Path picture = write(folder.resolve("in/7_anna.png"), png(7));
    write(folder.resolve("in/8_bo.png"), png(8));
    ExperimentStore store = store("a.db");

    assertThat(importer(store).from(picture, part -> {}).kept()).isEqualTo(1);
    assertThat(all(store)).singleElement().satisfies(it -> assertThat(it.truth()).hasValue(7));
  }

  @Test
  void aZipOfAFolderIsThatFolder() throws IOException {
    Path zip = folder.resolve("drawings.zip");
    try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      write(inside.getPath("/drawings/3/a.png"), png(3));
    }
    ExperimentStore store = store("a.db");

    assertThat(importer(store).from(zip, part -> {}).kept()).isEqualTo(1);
  }

  @Test
  void aZipOfAnExportedFolderIsThatExport() throws IOException {
    ExperimentStore store = store("a.db");
    store.add(TestExperiments.by("Ada", 4, 9, 4));
    Path out = folder.resolve("out");
    new Export(store, Selection.ALL).to(out);
    Path zip = folder.resolve("sent.zip");
    try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("create", "true"));
        var files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(
            inside.getPath("/sent").resolve(out.relativize(file).toString()),
            Files.readAllBytes(file));
      }
    }

    assertThat(importer(store("b.db")).from(zip, part -> {}).kept()).isEqualTo(1);
    assertThat(all(opened.getLast()).getFirst().person()).isEqualTo("Ada");
  }

  @Test
  void aPictureOfGigabytesInAZipIsLeftOut() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("3/bomb.png"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
      out.putNextEntry(new ZipEntry("3/three.png"));
      out.write(png(3));
    }
    Done done = importer(store("a.db")).from(zip, part -> {});

    assertThat(done.kept()).isEqualTo(1);
    assertThat(done.problems()).singleElement().asString().contains("bomb.png");
  }

  @Test
  void aPathThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
    ExperimentStore store = store("a.db");
    store.add(TestExperiments.of(1, 1, 1));
    Path out = folder.resolve("out");
    new Export(store, Selection.ALL).to(out);
    Path secret = write(folder.resolve("secret.png"), png(5));
    Path json = out.resolve("experiments.json");
    Files.writeString(
        json, Files.readString(json).replace("pictures/00001.png", "../" + secret.getFileName()));

    Done done = importer(store("b.db")).from(out, part -> {});

    assertThat(done.kept()).isZero();
    assertThat(done.problems()).hasSize(1);
  }

  @Test
  void whatIsNoZipAndWhereNothingIsLabelledIsSaid() throws IOException {
    Path noZip = Files.writeString(folder.resolve("a.zip"), "Dear diary");
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    Import importer = importer(store("a.db"));

    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> importer.from(noZip, part -> {}))
        .withMessageContaining("a.zip");
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> importer.from(nothing, part -> {}))
        .withMessageContaining("7_anna.png");
  }

  @Test
  void aFolderThatHasSomethingInItIsNotWrittenOver() throws IOException {
    ExperimentStore store = store("a.db");
    store.add(TestExperiments.of(1, 1, 1));
    Path mine = write(folder.resolve("out/mine.txt"), new byte[] {1});

    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> new Export(store, Selection.ALL).to(folder.resolve("out")))
        .withMessageContaining("empty");
    assertThat(mine).exists();
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(n -> n.startsWith(".out"));
    }
  }

  private static List<Experiment> random(RandomGenerator random) {
    var experiments = new ArrayList<Experiment>();
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      int digit = random.nextInt(10);
      Drawing drawing = ScriptedHand.draw(digit);
      var readings = new ArrayList<Reading>();
      for (int version = 1; version <= random.nextInt(4); version++) {
        readings.add(
            TestExperiments.reading(
                new ModelId(random.nextBoolean() ? "robust" : "seed", version),
                random.nextInt(10),
                random.nextDouble(),
                List.of(Verdict.DIGIT, Verdict.UNSURE, Verdict.NOT_A_DIGIT)
                    .get(random.nextInt(3))));
      }
      experiments.add(
          new Experiment(
              NOON.plusMillis(i * 1000L + random.nextInt(1000)),
              random.nextBoolean() ? "" : "Ünal \"the pen\", 4\tb\n" + random.nextInt(3),
              random.nextInt(5) == 0 ? OptionalInt.empty() : OptionalInt.of(digit),
              random.nextBoolean() ? Optional.of(drawing) : Optional.empty(),
              new DrawingRenderer().png(drawing),
              readings));
    }
    return experiments;
  }

  private List<Experiment> all(ExperimentStore store) {
    return store.list(Selection.ALL, 0, Integer.MAX_VALUE).stream()
        .map(Entry::id)
        .map(id -> store.find(id).orElseThrow())
        .toList();
  }

  private Import importer(ExperimentStore store) {
    return new Import(store, png -> List.of(SAID), CLOCK, "Class 4b");
  }

  private ExperimentStore store(String name) {
    ExperimentStore store = ExperimentStore.open(folder.resolve("db").resolve(name), CLOCK);
    opened.add(store);
    return store;
  }

  private static byte[] png(int digit) {
    return new DrawingRenderer().png(ScriptedHand.draw(digit));
  }

  private static Path write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }
}
