package dev.inkling.app.experiments;

import dev.inkling.app.document.DrawingText;
import dev.inkling.app.texts.Sentence;
import dev.inkling.model.DataUnusable;
import dev.inkling.model.serving.ModelId;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
        List.of(ExperimentRows.value(truth), id),
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
            return ExperimentRows.entries(row);
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
            return row.next()
                ? Optional.of(ExperimentRows.experiment(row, readings(id)))
                : Optional.empty();
          }
        });
  }

  /// Who drew them, in the order of their names; without those of whom nobody said.
  public synchronized List<String> people() {
    return statements.list(
        "SELECT DISTINCT person FROM experiment WHERE deleted IS NULL AND person <> '' ORDER BY person",
        List.of(),
        row -> row.getString(1));
  }

  /// On which days they were drawn, the latest first.
  ///
  /// @param zone whose days
  public synchronized List<LocalDate> days(ZoneId zone) {
    return statements
        .list(
            "SELECT DISTINCT at / %d FROM experiment WHERE deleted IS NULL ORDER BY 1 DESC"
                .formatted(QUARTER.toMillis()),
            List.of(),
            row -> Instant.ofEpochMilli(row.getLong(1) * QUARTER.toMillis()))
        .stream()
        .map(quarter -> LocalDate.ofInstant(quarter, zone))
        .distinct()
        .toList();
  }

  /// Which models have said something, by name, the latest version first.
  public synchronized List<ModelId> models() {
    return statements.list(
        "SELECT DISTINCT model, version FROM reading ORDER BY model, version DESC",
        List.of(),
        row -> new ModelId(row.getString(1), row.getInt(2)));
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
                ExperimentRows.value(experiment.truth())),
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
          ExperimentRows.values(id, reading),
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

  private List<Reading> readings(long id) {
    return statements.list(
        """
        SELECT model, version, digit, confidence, verdict, probabilities
        FROM reading WHERE experiment = ? ORDER BY model, version
        """,
        List.of(id),
        row -> ExperimentRows.reading(row, 1));
  }
}
