package dev.inkling.model.serving;

import dev.inkling.model.ink.Candidate;
import dev.inkling.model.ink.NumberLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the digits of a line that was cut too often: of all ways from its first cut to its last,
/// from candidate to candidate, the one whose digits are the most probable together. That
/// candidates are also told from everything else is what makes this work: half a 0 is surely a 1,
/// but hardly a digit (so do Y. LeCun et al., "Gradient-Based Learning Applied to Document
/// Recognition", 1998, section VI, there with a network that was taught to).
///
/// The best way to a cut is the best way to an earlier one and the candidate between the two, so
/// each cut is looked at once (R. Bellman, "Dynamic Programming", 1957).
record NumberPath(NumberLine line) {

  /// The candidates that are the line's digits, from left to right.
  ///
  /// @param scores of the line's candidates, in order: the higher, the rather it is a digit
  List<Integer> best(double[] scores) {
    var totals = new double[line.pieces() + 1];
    Arrays.fill(totals, Double.NEGATIVE_INFINITY);
    totals[0] = 0;
    var last = new int[line.pieces() + 1];
    List<Candidate> candidates = line.candidates();
    // They come in the order of the cuts at which they begin.
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      double total = totals[candidate.from()] + scores[i];
      if (total > totals[candidate.to()]) {
        totals[candidate.to()] = total;
        last[candidate.to()] = i;
      }
    }
    var digits = new ArrayList<Integer>();
    for (int cut = line.pieces(); cut > 0; cut = candidates.get(last[cut]).from()) {
      digits.add(last[cut]);
    }
    return digits.reversed();
  }
}
