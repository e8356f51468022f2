package dev.inkling.model.serving;

import java.util.List;
import java.util.stream.Collectors;

/// The digits on a picture, read as a number.
///
/// @param lines from the top down, each from left to right; at least one digit in each
public record WrittenNumber(List<List<PlacedDigit>> lines) {
  public WrittenNumber {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /// All digits, in reading order.
  public List<PlacedDigit> digits() {
    return lines.stream().flatMap(List::stream).toList();
  }

  /// The digits as text, its lines parted by a line feed.
  public String text() {
    return lines.stream().map(WrittenNumber::text).collect(Collectors.joining("\n"));
  }

  private static String text(List<PlacedDigit> line) {
    return line.stream().map(digit -> String.valueOf(digit.digit())).collect(Collectors.joining());
  }
}
