package dev.inkling.app.experiments;

import dev.inkling.app.texts.Sentence;
import dev.inkling.model.DataUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Opens the file of experiments so that there is always one to work with. What is damaged is set
/// aside, never deleted, and the last backup takes its place.
///
/// Each day on which it is opened a backup is made beside it; the last three are kept.
class StoreFile {
  private static final int BACKUPS = 3;

  /// How long another program may hold the file before a person is told.
  private static final int PATIENCE_MILLIS = 5_000;

  private final Path file;
  private final Clock clock;
  private Sentence notice = Sentence.NONE;

  StoreFile(Path file, Clock clock) {
    this.file = file.toAbsolutePath();
    this.clock = clock;
  }

  /// What a person should know about the file, after [#open()].
  Sentence notice() {
    return notice;
  }

  /// @throws DataUnusable if there is no way to work with it, naming what to do
  Statements open() {
    try {
      Files.createDirectories(file.resolveSibling("."));
      if (isDamaged()) {
        replace();
      }
      return new Statements(file, prepared(connect()));
    } catch (IOException | SQLException broken) {
      throw unusable(file, broken);
    }
  }

  private Connection prepared(Connection connection) throws SQLException {
    try {
      if (!Schema.migrate(connection)) {
        throw new DataUnusable(
            "%s was written by a newer Inkling: install that one to go on with it."
                .formatted(file));
      }
      backUp(connection);
      return connection;
    } catch (SQLException | DataUnusable failed) {
      connection.close();
      throw failed;
    }
  }

  /// The one sentence for whatever SQLite or the disk refuse.
  static DataUnusable unusable(Path file, Exception cause) {
    SQLiteErrorCode code =
        cause instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    // Extended codes have the plain one in their lower byte.
    String what =
        switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
          case SQLITE_BUSY, SQLITE_LOCKED ->
              "%s is in use by another program: close it there, and try again.";
          case SQLITE_FULL ->
              "The disk is full, so %s could not be written: make room, and try again.";
          case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
              "%s can't be written: check that you may write in its folder.";
          default -> "%s can't be used: check that its disk is there and not full.";
        };
    return new DataUnusable(what.formatted(file), cause);
  }

  private Connection connect() throws SQLException {
    return config().createConnection("jdbc:sqlite:" + file);
  }

  /// How SQLite is to treat the file.
  SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    // Every experiment that was told to be kept is on the disk, also when the power goes.
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(PATIENCE_MILLIS);
    return config;
  }

  private boolean isDamaged() throws IOException, SQLException {
    if (Files.notExists(file) || Files.size(file) == 0) {
      return false;
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA quick_check(1)")) {
      return !row.getString(1).equals("ok");
    } catch (SQLiteException refused) {
      return switch (SQLiteErrorCode.getErrorCode(refused.getResultCode().code & 0xFF)) {
        case SQLITE_CORRUPT, SQLITE_NOTADB -> true;
        default -> throw refused;
      };
    }
  }

  private void replace() throws IOException {
    Path aside = aside();
    for (String part : List.of("-wal", "-shm", "")) {
      Path from = file.resolveSibling(file.getFileName() + part);
      if (Files.exists(from)) {
        Files.move(from, aside.resolveSibling(aside.getFileName() + part));
      }
    }
    Optional<Path> backup = backups().stream().findFirst();
    if (backup.isPresent()) {
      Files.copy(backup.get(), file);
      notice = Sentence.of("store.restored", aside, day(backup.get()));
    } else {
      notice = Sentence.of("store.damaged", aside);
    }
  }

  private Path aside() {
    for (int number = 1; ; number++) {
      Path aside = file.resolveSibling("%s-damaged-%d.db".formatted(stem(), number));
      if (Files.notExists(aside)) {
        return aside;
      }
    }
  }

  private void backUp(Connection connection) throws SQLException {
    Path backup = file.resolveSibling("%s-backup-%s.db".formatted(stem(), LocalDate.now(clock)));
    try {
      if (Files.exists(backup)) {
        return;
      }
      Path part = backup.resolveSibling(backup.getFileName() + ".part");
      Files.deleteIfExists(part);
      try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
        statement.setString(1, part.toString());
        statement.execute();
      }
      Files.move(part, backup, StandardCopyOption.ATOMIC_MOVE);
      for (Path old : backups().stream().skip(BACKUPS).toList()) {
        Files.delete(old);
      }
    } catch (IOException | SQLiteException noRoom) {
      // The experiments themselves are well; without a backup they are only less safe.
      notice = Sentence.of("store.no-backup", file.resolveSibling(".").normalize());
    }
  }

  /// The latest first.
  private List<Path> backups() throws IOException {
    try (Stream<Path> beside = Files.list(file.resolveSibling("."))) {
      return beside
          .filter(
              other ->
                  other
                      .getFileName()
                      .toString()
                      .matches("\\Q%s\\E-backup-\\d{4}-\\d{2}-\\d{2}\\.db".formatted(stem())))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  private String day(Path backup) {
    String name = backup.getFileName().toString();
    return name.substring(name.length() - "2000-01-01.db".length(), name.length() - ".db".length());
  }

  private String stem() {
    return String.valueOf(file.getFileName()).replaceFirst("\\.db$", "");
  }
}
