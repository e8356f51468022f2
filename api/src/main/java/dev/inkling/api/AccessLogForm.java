package dev.inkling.api;

/// How each answered request is told.
public enum AccessLogForm {
  /// Not at all.
  OFF,
  /// A line for people.
  TEXT,
  /// A JSON object a line, for programs.
  JSON
}
