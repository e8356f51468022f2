package dev.inkling.model.serving;

import dev.inkling.model.ink.Candidate;
import dev.inkling.model.ink.NumberLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the digits of a line that was cut too often: of all ways from its first cut to its last,
/// from candidate to candidate, the one whose digits are the most probable together. That the
/// classifier also tells digits from everything else is what makes this work: half a 0 is surely a
/// 1, but hardly a digit (so do Y. LeCun et al., "Gradient-Based Learning Applied to Document
/// Recognition", 1998, section VI, there with a network that was taught to).
///
/// The best way to a cut is the best way to an earlier one and the candidate between the two, so
/// each cut is looked at once (R. Bellman, "Dynamic Programming", 1957).
record NumberPath(NumberLine line) {
  /// No network is so sure that nothing may outweigh it.
  private static final double LEAST = 1e-6;

  /// @param predictions of the line's candidates, in order
  List<PlacedDigit> best(List<Prediction> predictions) {
    var scores = new double[line.pieces() + 1];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    scores[0] = 0;
    var last = new int[line.pieces() + 1];
    List<Candidate> candidates = line.candidates();
    // They come in the order of the cuts at which they begin.
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      double score = scores[candidate.from()] + score(candidate, predictions.get(i));
      if (score > scores[candidate.to()]) {
        scores[candidate.to()] = score;
        last[candidate.to()] = i;
      }
    }
    var digits = new ArrayList<PlacedDigit>();
    for (int cut = line.pieces(); cut > 0; cut = candidates.get(last[cut]).from()) {
      digits.add(digit(candidates.get(last[cut]), predictions.get(last[cut])));
    }
    return digits.reversed();
  }

  private static double score(Candidate candidate, Prediction prediction) {
    return log(prediction.confidence()) + log(prediction.digitness()) - candidate.oddness();
  }

  private static double log(double probability) {
    return Math.log(Math.max(probability, LEAST));
  }

  private static PlacedDigit digit(Candidate candidate, Prediction prediction) {
    return new PlacedDigit(
        prediction.digit(), prediction.confidence(), prediction.verdict(), candidate.box());
  }
}
