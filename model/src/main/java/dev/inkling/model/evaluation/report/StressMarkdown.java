package dev.inkling.model.evaluation.report;

import dev.inkling.model.evaluation.Stress;
import dev.inkling.model.evaluation.StressTable;
import dev.inkling.model.evaluation.StressTable.Row;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A stress table in Markdown, a row a disturbance: its strengths, and below each other in the same
/// order each model's share of digits read right.
record StressMarkdown(StressTable table) {

  @Override
  public String toString() {
    var text = new StringBuilder("| what happens | how much |");
    table.models().forEach(model -> text.append(' ').append(model).append(", % right |"));
    text.append("\n|---|---|").append("---|".repeat(table.models().size())).append('\n');
    for (Stress stress : Stress.values()) {
      List<Row> rows = table.rows(stress);
      if (!rows.isEmpty()) {
        text.append(row(stress, rows)).append('\n');
      }
    }
    return text.toString();
  }

  private String row(Stress stress, List<Row> rows) {
    var cells = new StringBuilder("| ").append(stress.label()).append(" | ");
    cells.append(joined(rows, row -> strength(row.strength())));
    cells.append(' ').append(stress.unit()).append(" |");
    for (int i = 0; i < table.models().size(); i++) {
      int model = i;
      cells
          .append(' ')
          .append(joined(rows, row -> percent(row.accuracies().get(model).share())))
          .append(" |");
    }
    return cells.toString();
  }

  private interface Words {
    String of(Row row);
  }

  private static String joined(List<Row> rows, Words words) {
    return rows.stream().map(words::of).collect(Collectors.joining(" · "));
  }

  static String strength(double strength) {
    return strength == Math.rint(strength)
        ? String.valueOf((long) strength)
        : String.valueOf(strength);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
