package dev.inkling.app.experiments;

import dev.inkling.model.DataUnusable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// SQL on the file of experiments: what it refuses becomes the one sentence that people are told.
final class Statements implements AutoCloseable {
  /// What stands for SQL's NULL among the values of a statement.
  static final Object NOTHING = new Object();

  private final Path file;
  private final Connection connection;

  /// @param file that is told of
  Statements(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /// Something to do with the file.
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  @FunctionalInterface
  interface Execution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /// Reads the row at which a result stands.
  @FunctionalInterface
  interface RowReader<T> {
    T from(ResultSet row) throws SQLException;
  }

  /// All of it, or nothing.
  ///
  /// @throws DataUnusable if the file can't be read or written
  <T> T inTransaction(Work<T> work) {
    try {
      connection.setAutoCommit(false);
      try {
        T result = work.run();
        connection.commit();
        connection.setAutoCommit(true);
        return result;
      } catch (SQLException | RuntimeException failed) {
        undo(failed);
        throw failed;
      }
    } catch (SQLException failed) {
      throw StoreFile.unusable(file, failed);
    }
  }

  /// When the disk is full, SQLite has undone everything itself already, and says that there is
  /// nothing to undo; what counts is why it failed.
  private void undo(Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException undone) {
      cause.addSuppressed(undone);
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException undone) {
      cause.addSuppressed(undone);
    }
  }

  /// One statement by itself.
  ///
  /// @throws DataUnusable if the file can't be read or written
  <T> T query(String sql, List<?> values, Execution<T> execution) {
    try {
      return run(sql, values, execution);
    } catch (SQLException failed) {
      throw StoreFile.unusable(file, failed);
    }
  }

  /// What each row gives, in order.
  ///
  /// @throws DataUnusable if the file can't be read
  <T> List<T> list(String sql, List<?> values, RowReader<T> reader) {
    return query(
        sql,
        values,
        statement -> {
          var list = new ArrayList<T>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              list.add(reader.from(row));
            }
          }
          return List.copyOf(list);
        });
  }

  /// One statement of a transaction.
  <T> T run(String sql, List<?> values, Execution<T> execution) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        statement.setObject(i + 1, value == NOTHING ? null : value);
      }
      return execution.of(statement);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException closedAnyway) {
      // Everything is on the disk already.
    }
  }
}
