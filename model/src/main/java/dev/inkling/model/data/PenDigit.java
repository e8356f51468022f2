package dev.inkling.model.data;

import dev.inkling.model.ink.Point;
import java.util.List;

/// A digit as a pen wrote it.
///
/// @param digit 0 to 9
/// @param writer a number for the person, by which training and validation are kept apart
/// @param lines where the pen went, a list for each time that it touched the tablet, in the order
///     of writing; y grows downward
public record PenDigit(int digit, int writer, List<List<Point>> lines) {
  public PenDigit {
    lines = lines.stream().map(List::copyOf).toList();
  }
}
