package dev.inkling.app.experiments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The tables of the file. Each version is a step from the one before, `schema-N.sql`; a file knows
/// its own by `user_version`.
final class Schema {
  static final int VERSION = 1;

  private Schema() {}

  /// Brings the file to this program's version, or leaves it as it is.
  ///
  /// @return whether this program can work with it: one from a newer Inkling it can't
  static boolean migrate(Connection connection) throws SQLException {
    int version = version(connection);
    for (int next = version + 1; next <= VERSION; next++) {
      step(connection, next);
    }
    return version <= VERSION;
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  /// All of a step, or nothing: the number changes in the same transaction.
  private static void step(Connection connection, int version) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "BEGIN IMMEDIATE;%nPRAGMA user_version = %d;%n%s%nCOMMIT;"
              .formatted(version, sql(version)));
    }
  }

  private static String sql(int version) {
    String name = "schema-%d.sql".formatted(version);
    try (InputStream stream = Schema.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("This build lacks " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
