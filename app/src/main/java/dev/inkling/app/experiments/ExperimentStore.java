package dev.inkling.app.experiments;

import dev.inkling.app.document.DrawingText;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.DataUnusable;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// The experiments of one person's machine, in one SQLite file that other tools can open too.
///
/// What a method has returned from is on the disk: kill the program, or pull the plug, and it is
/// still there. All methods may be called from any thread, and none belongs on the screen's. Each
/// throws [DataUnusable], whose sentence says what to do, when the file can't be read or written;
/// nothing has changed then.
public final class ExperimentStore implements AutoCloseable {
  /// The file's name in the folder of a person's data.
  public static final String NAME = "inkling.db";

  /// How long what was deleted can be had back.
  private static final Duration REGRET = Duration.ofDays(7);

  /// Wherever one is, days begin at a full quarter of an hour.
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final Statements statements;
  private final Clock clock;
  private final Sentence notice;

  private ExperimentStore(Statements statements, Clock clock, Sentence notice) {
    this.statements = statements;
    this.clock = clock;
    this.notice = notice;
  }

  /// Opens the file, which comes into being if need be.
  ///
  /// @throws DataUnusable if that can't be done; a damaged file is no reason: it is set aside
  public static ExperimentStore open(Path file, Clock clock) {
    return open(new StoreFile(file, clock), clock);
  }

  static ExperimentStore open(StoreFile file, Clock clock) {
    Statements statements = file.open();
    var store = new ExperimentStore(statements, clock, file.notice());
    store.purge();
    return store;
  }

  /// What a person should know about how opening went.
  public Sentence notice() {
    return notice;
  }

  /// Keeps an experiment.
  ///
  /// @return by what it is known from now on
  public long add(Experiment experiment) {
    return addAll(List.of(experiment)).getFirst();
  }

  /// Keeps all of them or none.
  public synchronized List<Long> addAll(List<Experiment> experiments) {
    return statements.inTransaction(
        () -> {
          var ids = new ArrayList<Long>();
          for (Experiment experiment : experiments) {
            ids.add(insert(experiment));
          }
          return List.copyOf(ids);
        });
  }

  /// Keeps what models said; what one of them said before is replaced.
  public synchronized void addReadings(long id, List<Reading> readings) {
    statements.inTransaction(
        () -> {
          insert(id, readings);
          return id;
        });
  }

  /// Says what was meant, where that was noted wrong.
  public synchronized void correct(long id, OptionalInt truth) {
    statements.query(
        "UPDATE experiment SET truth = ? WHERE id = ?",
        List.of(truth.isPresent() ? truth.getAsInt() : Statements.NOTHING, id),
        PreparedStatement::executeUpdate);
  }

  /// Takes experiments away; [#restore] brings them back within a week.
  public synchronized void delete(Collection<Long> ids) {
    mark(ids, clock.millis());
  }

  /// Brings back what was deleted.
  public synchronized void restore(Collection<Long> ids) {
    mark(ids, Statements.NOTHING);
  }

  /// How many there are.
  public synchronized int count(Selection selection) {
    var query = new Query(selection);
    return statements.query(
        "SELECT count(*) " + query.from(),
        query.values(),
        statement -> {
          try (ResultSet row = statement.executeQuery()) {
            return row.getInt(1);
          }
        });
  }

  /// Some of them, the latest first.
  ///
  /// @param skipped how many of the latest to leave out
  /// @param most as many at most
  public synchronized List<Entry> list(Selection selection, int skipped, int most) {
    var query = new Query(selection);
    var values = new ArrayList<>(query.values());
    values.add(most);
    values.add(skipped);
    return statements.query(
        """
        WITH page AS (SELECT e.id, e.at, e.person, e.truth %s
          ORDER BY e.at DESC, e.id DESC LIMIT ? OFFSET ?)
        SELECT p.id, p.at, p.person, p.truth,
          r.model, r.version, r.digit, r.confidence, r.verdict, r.probabilities
        FROM page p LEFT JOIN reading r ON r.experiment = p.id
        ORDER BY p.at DESC, p.id DESC, r.model, r.version
        """
            .formatted(query.from()),
        values,
        statement -> {
          try (ResultSet row = statement.executeQuery()) {
            return entries(row);
          }
        });
  }

  /// One of them with its picture.
  ///
  /// @return empty if there is none of that number, or not any more
  public synchronized Optional<Experiment> find(long id) {
    return statements.query(
        """
        SELECT e.at, e.person, e.truth, d.strokes, d.png
        FROM experiment e JOIN drawing d ON d.experiment = e.id
        WHERE e.id = ? AND e.deleted IS NULL
        """,
        List.of(id),
        statement -> {
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(experiment(id, row)) : Optional.empty();
          }
        });
  }

  /// Who drew them, in the order of their names; without those of whom nobody said.
  public synchronized List<String> people() {
    return texts(
        "SELECT DISTINCT person FROM experiment WHERE deleted IS NULL AND person <> '' ORDER BY person");
  }

  /// On which days they were drawn, the latest first.
  ///
  /// @param zone whose days
  public synchronized List<LocalDate> days(ZoneId zone) {
    return statements.query(
        "SELECT DISTINCT at / %d FROM experiment WHERE deleted IS NULL ORDER BY 1 DESC"
            .formatted(QUARTER.toMillis()),
        List.of(),
        statement -> {
          var days = new ArrayList<LocalDate>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              Instant quarter = Instant.ofEpochMilli(row.getLong(1) * QUARTER.toMillis());
              LocalDate day = LocalDate.ofInstant(quarter, zone);
              if (days.isEmpty() || !days.getLast().equals(day)) {
                days.add(day);
              }
            }
          }
          return List.copyOf(days);
        });
  }

  /// Which models have said something, by name, the latest version first.
  public synchronized List<ModelId> models() {
    return statements.query(
        "SELECT DISTINCT model, version FROM reading ORDER BY model, version DESC",
        List.of(),
        statement -> {
          var models = new ArrayList<ModelId>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              models.add(new ModelId(row.getString(1), row.getInt(2)));
            }
          }
          return List.copyOf(models);
        });
  }

  @Override
  public synchronized void close() {
    statements.close();
  }

  private long insert(Experiment experiment) throws SQLException {
    long id =
        statements.run(
            "INSERT INTO experiment (at, person, truth) VALUES (?, ?, ?) RETURNING id",
            List.of(
                experiment.at().toEpochMilli(),
                experiment.person(),
                experiment.truth().isPresent()
                    ? experiment.truth().getAsInt()
                    : Statements.NOTHING),
            statement -> {
              try (ResultSet row = statement.executeQuery()) {
                return row.getLong(1);
              }
            });
    statements.run(
        "INSERT INTO drawing (experiment, png, strokes) VALUES (?, ?, ?)",
        List.of(
            id,
            experiment.png(),
            experiment.strokes().<Object>map(DrawingText::of).orElse(Statements.NOTHING)),
        PreparedStatement::executeUpdate);
    insert(id, experiment.readings());
    return id;
  }

  private void insert(long id, List<Reading> readings) throws SQLException {
    for (Reading reading : readings) {
      statements.run(
          "INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?, ?)",
          List.of(
              id,
              reading.model().name(),
              reading.model().version(),
              reading.digit(),
              reading.confidence(),
              reading.verdict().name().toLowerCase(Locale.ROOT),
              reading.probabilities().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(" "))),
          PreparedStatement::executeUpdate);
    }
  }

  private void mark(Collection<Long> ids, Object deleted) {
    statements.inTransaction(
        () -> {
          for (long id : ids) {
            statements.run(
                "UPDATE experiment SET deleted = ? WHERE id = ?",
                List.of(deleted, id),
                PreparedStatement::executeUpdate);
          }
          return ids;
        });
  }

  private void purge() {
    statements.query(
        "DELETE FROM experiment WHERE deleted < ?",
        List.of(clock.millis() - REGRET.toMillis()),
        PreparedStatement::executeUpdate);
  }

  private Experiment experiment(long id, ResultSet row) throws SQLException {
    return new Experiment(
        Instant.ofEpochMilli(row.getLong(1)),
        row.getString(2),
        number(row, 3),
        Optional.ofNullable(row.getString(4)).flatMap(ExperimentStore::strokes),
        row.getBytes(5),
        readings(id));
  }

  /// Those of a newer version, or that another tool has broken, are as if they were not there: the
  /// picture is.
  private static Optional<Drawing> strokes(String text) {
    try {
      return Optional.of(DrawingText.read(text));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  private List<Reading> readings(long id) throws SQLException {
    return statements.run(
        """
        SELECT model, version, digit, confidence, verdict, probabilities
        FROM reading WHERE experiment = ? ORDER BY model, version
        """,
        List.of(id),
        statement -> {
          var readings = new ArrayList<Reading>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              readings.add(readingFrom(row, 1));
            }
          }
          return List.copyOf(readings);
        });
  }

  /// A row a reading, those of an entry one after the other; an entry without any has one row.
  private static List<Entry> entries(ResultSet row) throws SQLException {
    var entries = new ArrayList<Entry>();
    while (row.next()) {
      long id = row.getLong(1);
      var readings = new ArrayList<Reading>();
      if (!entries.isEmpty() && entries.getLast().id() == id) {
        readings.addAll(entries.removeLast().readings());
      }
      if (row.getString(5) != null) {
        readings.add(readingFrom(row, 5));
      }
      entries.add(
          new Entry(
              id,
              Instant.ofEpochMilli(row.getLong(2)),
              row.getString(3),
              number(row, 4),
              readings));
    }
    return List.copyOf(entries);
  }

  private static Reading readingFrom(ResultSet row, int column) throws SQLException {
    return new Reading(
        new ModelId(row.getString(column), row.getInt(column + 1)),
        row.getInt(column + 2),
        row.getDouble(column + 3),
        Verdict.valueOf(row.getString(column + 4).toUpperCase(Locale.ROOT)),
        Arrays.stream(row.getString(column + 5).split(" ", -1)).map(Double::valueOf).toList());
  }

  private List<String> texts(String sql) {
    return statements.query(
        sql,
        List.of(),
        statement -> {
          var texts = new ArrayList<String>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              texts.add(row.getString(1));
            }
          }
          return List.copyOf(texts);
        });
  }

  private static OptionalInt number(ResultSet row, int column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
