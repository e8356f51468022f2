package dev.inkling.model.serving;

import dev.inkling.model.ink.Candidate;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.NumberLine;
import dev.inkling.model.serving.ModelCard.Thresholds;
import dev.inkling.model.serving.SegmentReader.Judgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Reads the digits of a line that was cut too often. [SegmentReader], which sees every candidate
/// among its neighbours, says which of them are likely to be a digit; those the model reads.
///
/// A candidate that stands free is what the model says. Of one that was cut out of ink the model
/// may see too much or too little, and the segment network, which sees what lies beyond the cut,
/// has a say too.
///
/// @param model reads glyphs, in order
/// @param thresholds of the model, for verdicts
record LineReader(Function<List<Glyph>, List<Prediction>> model, Thresholds thresholds) {
  /// Candidates that are less probably a digit are not read unless the line has nothing else.
  private static final double LIKELY = 0.01;

  /// How much the model's word counts, in log probability, of what was cut out of ink.
  private static final double MODEL = 0.3;

  /// How much its shape counts of what the networks were not shown: gaps, and what cuts go through.
  private static final double SHAPE = 0.1;

  /// So sure is the segment network at most that a candidate is one digit, or that it is none.
  private static final double CERTAIN = 1 - 1e-5;

  /// No network is so sure that nothing may outweigh it.
  private static final double LEAST = 1e-6;

  /// What is not read is taken for what the model is as unsure of as can be.
  private static final double UNREAD = MODEL * Math.log(LEAST);

  private static final int DIGITS = 10;

  /// What both networks say of a candidate together.
  ///
  /// @param confidence in the digit
  /// @param digitness that it is one
  /// @param score in the line: the log odds that it is one of its digits
  private record Joint(int digit, double confidence, double digitness, double score) {}

  /// The digits of a line, from left to right.
  List<PlacedDigit> read(NumberLine line) {
    List<Candidate> candidates = line.candidates();
    List<Judgement> judgements = SegmentReader.shared().read(candidates);
    List<Integer> likely =
        IntStream.range(0, candidates.size())
            .filter(i -> judgements.get(i).whole() >= LIKELY)
            .boxed()
            .toList();
    var joint = new HashMap<>(joint(likely, candidates, judgements));
    double[] scores =
        IntStream.range(0, candidates.size())
            .mapToDouble(
                i ->
                    joint.containsKey(i)
                        ? joint.get(i).score
                        : before(candidates.get(i), judgements.get(i)) + UNREAD)
            .toArray();
    List<Integer> path = new NumberPath(line).best(scores);
    List<Integer> unlikely = path.stream().filter(i -> !joint.containsKey(i)).toList();
    joint.putAll(joint(unlikely, candidates, judgements));
    return path.stream()
        .map(i -> placed(candidates.get(i), Objects.requireNonNull(joint.get(i))))
        .toList();
  }

  private Map<Integer, Joint> joint(
      List<Integer> which, List<Candidate> candidates, List<Judgement> judgements) {
    List<Prediction> predictions =
        model.apply(which.stream().map(i -> candidates.get(i).glyph()).toList());
    var joint = new HashMap<Integer, Joint>();
    for (int k = 0; k < predictions.size(); k++) {
      int i = which.get(k);
      joint.put(i, joint(candidates.get(i), predictions.get(k), judgements.get(i)));
    }
    return joint;
  }

  private static Joint joint(Candidate candidate, Prediction prediction, Judgement judgement) {
    double before = before(candidate, judgement);
    return candidate.isTouching() ? both(prediction, judgement, before) : alone(prediction, before);
  }

  /// The score before the model is asked: the log odds that this is one whole digit. Whoever takes
  /// a candidate says no to all that overlap it. Odds count that, and probabilities would not: two
  /// surely whole digits are worth more than the one for which both together could be taken.
  private static double before(Candidate candidate, Judgement judgement) {
    double whole = Math.clamp(judgement.whole(), 1 - CERTAIN, CERTAIN);
    return Math.log(whole / (1 - whole)) - SHAPE * candidate.oddness();
  }

  private static Joint alone(Prediction prediction, double before) {
    double score = before + log(prediction.confidence()) + log(prediction.digitness());
    return new Joint(prediction.digit(), prediction.confidence(), prediction.digitness(), score);
  }

  private static Joint both(Prediction prediction, Judgement judgement, double before) {
    var logs = new double[DIGITS];
    int digit = 0;
    for (int k = 0; k < DIGITS; k++) {
      logs[k] = log(judgement.digits()[k]) + MODEL * log(prediction.probabilities().get(k));
      digit = logs[k] > logs[digit] ? k : digit;
    }
    double sum = 0;
    for (double each : logs) {
      sum += Math.exp(each - logs[digit]);
    }
    double score = before + logs[digit] + MODEL * log(prediction.digitness());
    double digitness = Math.sqrt(prediction.digitness() * judgement.whole());
    return new Joint(digit, 1 / sum, digitness, score);
  }

  private PlacedDigit placed(Candidate candidate, Joint joint) {
    return new PlacedDigit(
        joint.digit,
        joint.confidence,
        thresholds.verdict(joint.confidence, joint.digitness),
        candidate.box());
  }

  private static double log(double probability) {
    return Math.log(Math.max(probability, LEAST));
  }
}
