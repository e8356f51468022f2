package dev.inkling.app.experiments;

import static dev.inkling.app.experiments.TestExperiments.NOON;
import static dev.inkling.app.experiments.TestExperiments.ROBUST;
import static dev.inkling.app.experiments.TestExperiments.SEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.app.experiments.Selection.Said;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Texts;
import dev.inkling.model.DataUnusable;
import dev.inkling.model.serving.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

class ExperimentStoreTest {
  @TempDir private Path folder;
  private Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

  @Test
  void whatIsKeptIsThereAtTheNextStart() {
    Experiment four = TestExperiments.by("Ada", 4, 9, 4);
    long id;
    try (ExperimentStore store = open()) {
      id = store.add(four);
    }
    try (ExperimentStore store = open()) {
      Experiment found = store.find(id).orElseThrow();
      assertThat(found.png()).isEqualTo(four.png());
      assertThat(found).usingRecursiveComparison().ignoringFields("png").isEqualTo(four);
      assertThat(store.people()).containsExactly("Ada");
      assertThat(store.models()).containsExactly(ROBUST, SEED);
      assertThat(store.notice().in(words())).isEmpty();
    }
  }

  @Test
  void listsComeInPagesTheLatestFirst() {
    try (ExperimentStore store = open()) {
      for (int i = 0; i < 10; i++) {
        store.add(TestExperiments.at(NOON.plusSeconds(i), TestExperiments.of(i, i, i)));
      }

      assertThat(truths(store.list(Selection.ALL, 0, 3))).containsExactly(9, 8, 7);
      assertThat(truths(store.list(Selection.ALL, 8, 3))).containsExactly(1, 0);
      assertThat(store.count(Selection.ALL)).isEqualTo(10);
      assertThat(store.list(Selection.ALL, 0, 1).getFirst().readings())
          .extracting(Reading::model)
          .containsExactly(ROBUST, SEED);
    }
  }

  @Test
  void aSelectionNarrowsDownByWhoWhatWhenAndWhatWasSaid() {
    try (ExperimentStore store = open()) {
      store.add(TestExperiments.by("Ada", 4, 9, 4));
      store.add(TestExperiments.by("Bo", 4, 4, 4));
      store.add(
          TestExperiments.at(NOON.minus(Duration.ofDays(2)), TestExperiments.by("Bo", 7, 1, 1)));
      store.add(TestExperiments.noDigit(Verdict.DIGIT));
      store.add(TestExperiments.noDigit(Verdict.NOT_A_DIGIT));

      assertThat(store.count(Selection.ALL.withPerson(Optional.of("Bo")))).isEqualTo(2);
      assertThat(store.count(Selection.ALL.withTruth(Optional.of(OptionalInt.of(4))))).isEqualTo(2);
      assertThat(store.count(Selection.ALL.withTruth(Optional.of(OptionalInt.empty()))))
          .isEqualTo(2);
      assertThat(store.count(Selection.ALL.withTime(Optional.of(NOON), Optional.empty())))
          .isEqualTo(4);
      assertThat(store.count(Selection.ALL.withTime(Optional.empty(), Optional.of(NOON))))
          .isEqualTo(1);
      Said wrong = Said.anything(ROBUST).withWrong(true);
      assertThat(store.count(said(wrong))).as("the 7, and a scribble called a digit").isEqualTo(2);
      assertThat(truths(store.list(said(Said.anything(SEED).withDigit(Optional.of(9))), 0, 9)))
          .containsExactly(4);
      assertThat(store.count(said(Said.anything(ROBUST).withSureness(0.8, 1)))).isEqualTo(3);
    }
  }

  @Test
  void aWrongTruthIsCorrected() {
    try (ExperimentStore store = open()) {
      long id = store.add(TestExperiments.of(4, 9, 9));
      store.correct(id, OptionalInt.of(9));
      assertThat(store.find(id).orElseThrow().truth()).hasValue(9);
      store.correct(id, OptionalInt.empty());
      assertThat(store.find(id).orElseThrow().truth()).isEmpty();
    }
  }

  @Test
  void aLaterReadingReplacesTheSameModelsEarlierOne() {
    try (ExperimentStore store = open()) {
      long id = store.add(TestExperiments.of(4, 9, 4));
      store.addReadings(id, List.of(TestExperiments.reading(SEED, 4, 0.7, Verdict.DIGIT)));
      assertThat(store.find(id).orElseThrow().readings())
          .extracting(Reading::digit)
          .containsExactly(4, 4);
    }
  }

  @Test
  void whatWasDeletedCanBeHadBackForAWeek() {
    long kept;
    long lost;
    try (ExperimentStore store = open()) {
      kept = store.add(TestExperiments.of(1, 1, 1));
      lost = store.add(TestExperiments.of(2, 2, 2));
      store.delete(List.of(kept, lost));
      assertThat(store.count(Selection.ALL)).isZero();
      assertThat(store.find(kept)).isEmpty();
      assertThat(store.people()).isEmpty();
      store.restore(List.of(kept));
      assertThat(truths(store.list(Selection.ALL, 0, 9))).containsExactly(1);
    }
    clock = Clock.offset(clock, Duration.ofDays(8));
    try (ExperimentStore store = open()) {
      store.restore(List.of(lost));
      assertThat(truths(store.list(Selection.ALL, 0, 9))).containsExactly(1);
    }
  }

  @Test
  void aDamagedFileIsSetAsideAndTheBackupTakesItsPlace() throws IOException {
    try (ExperimentStore store = open()) {
      store.add(TestExperiments.of(1, 1, 1));
    }
    clock = Clock.offset(clock, Duration.ofDays(1));
    try (ExperimentStore store = open()) {
      store.add(TestExperiments.of(2, 2, 2));
    }
    byte[] damaged = Files.readAllBytes(file());
    Arrays.fill(damaged, 0, 4096, (byte) 'x');
    Files.write(file(), damaged);

    try (ExperimentStore store = open()) {
      assertThat(truths(store.list(Selection.ALL, 0, 9))).as("yesterday's").containsExactly(1);
      assertThat(store.notice().in(words()))
          .contains("inkling-damaged-1.db")
          .contains("2026-11-26");
    }
    assertThat(Files.readAllBytes(folder.resolve("inkling-damaged-1.db"))).isEqualTo(damaged);
  }

  @Test
  void aDamagedFileWithoutBackupLeavesAnEmptyOneAndIsNotLost() throws IOException {
    Files.writeString(file(), "This is somebody's shopping list.".repeat(100));
    try (ExperimentStore store = open()) {
      assertThat(store.count(Selection.ALL)).isZero();
      assertThat(store.notice().in(words())).contains("inkling-damaged-1.db");
    }
  }

  @Test
  void aBackupADayIsMadeAndThreeAreKept() throws IOException {
    for (int day = 0; day < 5; day++) {
      open().close();
      open().close();
      clock = Clock.offset(clock, Duration.ofDays(1));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files
                  .map(path -> path.getFileName().toString())
                  .filter(name -> name.contains("backup")))
          .containsExactlyInAnyOrder(
              "inkling-backup-2026-11-27.db",
              "inkling-backup-2026-11-28.db",
              "inkling-backup-2026-11-29.db");
    }
  }

  @Test
  void aFileOfANewerInklingIsLeftAlone() throws SQLException {
    open().close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA user_version = 99");
    }
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(this::open)
        .withMessageContaining("newer Inkling");
  }

  @Test
  void aFolderInWhichNobodyMayWriteIsSaid() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "");
    assertThatExceptionOfType(DataUnusable.class)
        .isThrownBy(() -> ExperimentStore.open(blocked.resolve("inkling.db"), clock))
        .withMessageContaining("inkling.db");
  }

  private static Selection said(Said said) {
    return Selection.ALL.withSaid(Optional.of(said));
  }

  private static List<Integer> truths(List<Entry> entries) {
    return entries.stream().map(entry -> entry.truth().orElse(-1)).toList();
  }

  @Test
  void aFullDiskLosesNothingThatWasKept() {
    int kept = 0;
    try (ExperimentStore store =
        ExperimentStore.open(file(config -> config.setMaxPageCount(60)), clock)) {
      @Nullable DataUnusable refused = null;
      while (refused == null) {
        try {
          store.add(TestExperiments.by("Ada", 4, 9, 4));
          kept++;
        } catch (DataUnusable full) {
          refused = full;
        }
      }

      assertThat(refused).hasMessageContaining("The disk is full");
      assertThatExceptionOfType(DataUnusable.class)
          .isThrownBy(() -> store.addAll(Collections.nCopies(40, TestExperiments.of(1, 1, 1))));
      assertThat(store.count(Selection.ALL)).isEqualTo(kept).isPositive();
    }
    try (ExperimentStore withRoom = open()) {
      assertThat(withRoom.count(Selection.ALL)).isEqualTo(kept);
      withRoom.add(TestExperiments.by("Ada", 4, 9, 4));
    }
  }

  @Test
  void aFileThatAnotherProgramHoldsIsSaidSoAndGoesOnAfterwards() throws SQLException {
    try (ExperimentStore store =
        ExperimentStore.open(file(config -> config.setBusyTimeout(1)), clock)) {
      try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("inkling.db"));
          var lock = other.createStatement()) {
        lock.execute("BEGIN IMMEDIATE");

        assertThatExceptionOfType(DataUnusable.class)
            .isThrownBy(() -> store.add(TestExperiments.of(1, 1, 1)))
            .withMessageContaining("in use by another program");
      }
      store.add(TestExperiments.of(1, 1, 1));

      assertThat(store.count(Selection.ALL)).isEqualTo(1);
    }
  }

  /// One that SQLite treats otherwise than usually.
  private StoreFile file(Consumer<SQLiteConfig> otherwise) {
    return new StoreFile(folder.resolve("inkling.db"), clock) {
      @Override
      SQLiteConfig config() {
        SQLiteConfig config = super.config();
        otherwise.accept(config);
        return config;
      }
    };
  }

  private static Texts words() {
    return new Language().of(ExperimentStore.class);
  }

  private Path file() {
    return folder.resolve(ExperimentStore.NAME);
  }

  private ExperimentStore open() {
    return ExperimentStore.open(file(), clock);
  }
}
