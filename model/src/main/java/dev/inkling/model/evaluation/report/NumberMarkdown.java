package dev.inkling.model.evaluation.report;

import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.evaluation.NumberTable;
import java.util.Locale;

/// A table of numbers read wholly right, in Markdown, with the 95 % interval of each share.
public record NumberMarkdown(NumberTable table) {

  @Override
  public String toString() {
    var text = new StringBuilder("| digits |");
    table.models().forEach(model -> text.append(' ').append(model).append(", % wholly right |"));
    text.append("\n|---|").append("---|".repeat(table.models().size())).append('\n');
    for (NumberTable.Row row : table.rows()) {
      text.append("| ").append(row.setting().label()).append(" |");
      row.accuracies().forEach(accuracy -> text.append(' ').append(cell(accuracy)).append(" |"));
      text.append('\n');
    }
    return text.toString();
  }

  private static String cell(Accuracy accuracy) {
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f to %.1f)",
        100 * accuracy.share(),
        100 * accuracy.low(),
        100 * accuracy.high());
  }
}
