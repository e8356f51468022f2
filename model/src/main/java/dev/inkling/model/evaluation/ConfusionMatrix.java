package dev.inkling.model.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How often each digit was read as which. Verdicts do not count here: an unsure 4 that is named a
/// 9 is a 4 read as a 9.
///
/// @param counts a row a truth, 0 to 9 and [#NO_DIGIT]; a column an answer, 0 to 9 and
///     [#NO_ANSWER]; not copied
public record ConfusionMatrix(int[][] counts) {
  /// The row of the pictures that show no digit.
  public static final int NO_DIGIT = 10;

  /// The column of the pictures that were refused before the network saw them.
  public static final int NO_ANSWER = 10;

  static ConfusionMatrix of(List<Outcome> outcomes) {
    var counts = new int[NO_DIGIT + 1][NO_ANSWER + 1];
    for (Outcome outcome : outcomes) {
      int answer =
          switch (outcome) {
            case Outcome.Read read -> read.prediction().digit();
            case Outcome.Unread _ -> NO_ANSWER;
          };
      counts[outcome.picture().digit().orElse(NO_DIGIT)][answer]++;
    }
    return new ConfusionMatrix(counts);
  }

  /// How many pictures have that truth.
  public int pictures(int truth) {
    return IntStream.of(counts[truth]).sum();
  }

  /// How many of the digits were answered so; what is no digit is left out.
  public int answers(int answer) {
    return IntStream.rangeClosed(0, 9).map(digit -> counts[digit][answer]).sum();
  }

  /// The share of that digit's pictures that was read as it; empty when there are none.
  public OptionalDouble recall(int digit) {
    return share(counts[digit][digit], pictures(digit));
  }

  /// The share of the digits read as that one that are it; empty when none was.
  public OptionalDouble precision(int digit) {
    return share(counts[digit][digit], answers(digit));
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
