package dev.inkling.model.ink;

import java.util.List;

/// One line of digits, cut up.
///
/// @param pieces that it was cut into, at least 1
/// @param candidates what may be a digit, among them each piece by itself
public record NumberLine(int pieces, List<Candidate> candidates) {
  public NumberLine {
    candidates = List.copyOf(candidates);
  }
}
