package dev.inkling.app.experiments.exchange;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Rows of comma-separated values after RFC 4180.
final class Csv {
  private Csv() {}

  static String row(Object... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell(cell.toString()))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    // A spreadsheet would take such a name for a formula, and run it.
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
