package dev.inkling.app.experiments;

import dev.inkling.app.document.DrawingText;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Verdict;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// How experiments and what models said of them lie in the rows of the file.
final class ExperimentRows {
  private ExperimentRows() {}

  /// A row a reading, those of an entry one after the other; an entry without any has one row.
  ///
  /// @param row id, time, person and truth, then the columns of [#reading]
  static List<Entry> entries(ResultSet row) throws SQLException {
    var entries = new ArrayList<Entry>();
    while (row.next()) {
      long id = row.getLong(1);
      var readings = new ArrayList<Reading>();
      if (!entries.isEmpty() && entries.getLast().id() == id) {
        readings.addAll(entries.removeLast().readings());
      }
      if (row.getString(5) != null) {
        readings.add(reading(row, 5));
      }
      entries.add(
          new Entry(
              id, Instant.ofEpochMilli(row.getLong(2)), row.getString(3), truth(row, 4), readings));
    }
    return List.copyOf(entries);
  }

  /// @param row time, person, truth, strokes and picture
  static Experiment experiment(ResultSet row, List<Reading> readings) throws SQLException {
    return new Experiment(
        Instant.ofEpochMilli(row.getLong(1)),
        row.getString(2),
        truth(row, 3),
        Optional.ofNullable(row.getString(4)).flatMap(ExperimentRows::strokes),
        row.getBytes(5),
        readings);
  }

  /// @param column the first of model, version, digit, confidence, verdict and probabilities
  static Reading reading(ResultSet row, int column) throws SQLException {
    return new Reading(
        new ModelId(row.getString(column), row.getInt(column + 1)),
        row.getInt(column + 2),
        row.getDouble(column + 3),
        Verdict.valueOf(row.getString(column + 4).toUpperCase(Locale.ROOT)),
        Arrays.stream(row.getString(column + 5).split(" ", -1)).map(Double::valueOf).toList());
  }

  /// The values of a row that [#reading] reads, behind the experiment's number.
  static List<Object> values(long experiment, Reading reading) {
    return List.of(
        experiment,
        reading.model().name(),
        reading.model().version(),
        reading.digit(),
        reading.confidence(),
        reading.verdict().name().toLowerCase(Locale.ROOT),
        reading.probabilities().stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  /// What was meant, as a value.
  static Object value(OptionalInt truth) {
    return truth.isPresent() ? truth.getAsInt() : Statements.NOTHING;
  }

  private static OptionalInt truth(ResultSet row, int column) throws SQLException {
    int digit = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(digit);
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
}
