package dev.inkling.app.experiments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A selection as SQL: where to look, and the values for its question marks.
final class Query {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final String tables;

  Query(Selection selection) {
    if (selection.said().isPresent()) {
      Selection.Said said = selection.said().get();
      tables =
          "experiment e JOIN reading r ON r.experiment = e.id AND r.model = ? AND r.version = ?";
      values.add(said.model().name());
      values.add(said.model().version());
      only(said);
    } else {
      tables = "experiment e";
    }
    conditions.add("e.deleted IS NULL");
    selection.person().ifPresent(person -> only("e.person = ?", person));
    selection
        .truth()
        .ifPresent(
            truth ->
                truth.ifPresentOrElse(
                    digit -> only("e.truth = ?", digit), () -> conditions.add("e.truth IS NULL")));
    selection.from().map(Instant::toEpochMilli).ifPresent(first -> only("e.at >= ?", first));
    selection.before().map(Instant::toEpochMilli).ifPresent(end -> only("e.at < ?", end));
  }

  String from() {
    return "FROM %s WHERE %s"
        .formatted(tables, conditions.stream().collect(Collectors.joining(" AND ")));
  }

  List<Object> values() {
    return List.copyOf(values);
  }

  /// As [Reading#isRight] has it.
  private void only(Selection.Said said) {
    if (said.wrong()) {
      conditions.add(
          "CASE WHEN e.truth IS NULL THEN r.verdict = 'digit' ELSE r.digit <> e.truth END");
    }
    said.digit().ifPresent(digit -> only("r.digit = ?", digit));
    only("r.confidence >= ?", said.leastSure());
    only("r.confidence <= ?", said.mostSure());
  }

  private void only(String condition, Object value) {
    conditions.add(condition);
    values.add(value);
  }
}
