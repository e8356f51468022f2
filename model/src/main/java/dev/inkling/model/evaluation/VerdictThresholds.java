package dev.inkling.model.evaluation;

import dev.inkling.model.serving.ModelCard.Thresholds;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Chooses from which confidence and digitness on a picture is answered, such that people's own
/// digits keep being answered: a program that shrugs at every hundredth digit is bearable, one at
/// every tenth is not.
public final class VerdictThresholds {
  /// The share of held-out digits that shall have the verdict `digit`.
  public static final double ANSWERED = 0.99;

  /// The share of held-out things that are no digit that is surely refused for its digitness, if
  /// the digits leave room for it.
  private static final double REFUSED = 0.995;

  /// Keeps 1000 * 0.99 from being 989.9999….
  private static final double ROUNDING = 1e-9;

  private VerdictThresholds() {}

  /// [#choose(double\[\],double\[\],double)] for [#ANSWERED].
  public static Thresholds choose(double[] digitness, double[] confidence) {
    return choose(digitness, confidence, ANSWERED);
  }

  /// Half of the digits that may be lost go to the digitness threshold, which keeps out what is no
  /// digit; what is left of the allowance goes to the confidence threshold, as high as it can be.
  /// What the digits were read as does not matter: to be refused is the better fate of a digit
  /// that is read wrongly.
  ///
  /// @param digitness of each held-out digit, 0 to 1; all 1 from a network that can't tell
  /// @param confidence of each held-out digit, in the same order, 0 to 1, after calibration
  /// @param answered the least share of them that shall have the verdict `digit`, 0 to 1
  public static Thresholds choose(double[] digitness, double[] confidence, double answered) {
    int digits = digitness.length;
    if (digits != confidence.length || digits == 0) {
      throw new IllegalArgumentException(
          "%d values of digitness for %d of confidence".formatted(digits, confidence.length));
    }
    boolean canTell = Arrays.stream(digitness).anyMatch(value -> value < 1);
    int lost = lost(digits, answered);
    return withDigitness(digitness, confidence, canTell ? lowest(digitness, lost / 2) : 0, lost);
  }

  /// As [#choose(double\[\],double\[\],double)], but where digits and other things are well apart,
  /// the digitness threshold lies halfway between the two, in log odds: neither odd digits nor
  /// things of kinds that nobody thought of are lost for nothing.
  ///
  /// @param others the digitness of each held-out thing that is no digit, 0 to 1
  public static Thresholds choose(
      double[] digitness, double[] confidence, double answered, double[] others) {
    double strictest = choose(digitness, confidence, answered).notADigit();
    double enough = lowest(others, (int) (REFUSED * others.length));
    double notADigit = enough < strictest ? between(enough, strictest) : strictest;
    return withDigitness(digitness, confidence, notADigit, lost(digitness.length, answered));
  }

  private static double between(double low, double high) {
    double logit = (Math.log(low / (1 - low)) + Math.log(high / (1 - high))) / 2;
    return 1 / (1 + Math.exp(-logit));
  }

  private static int lost(int digits, double answered) {
    return digits - (int) Math.ceil(digits * answered - ROUNDING);
  }

  private static Thresholds withDigitness(
      double[] digitness, double[] confidence, double notADigit, int lost) {
    double[] kept =
        IntStream.range(0, digitness.length)
            .filter(i -> digitness[i] >= notADigit)
            .mapToDouble(i -> confidence[i])
            .toArray();
    return new Thresholds(lowest(kept, lost - (digitness.length - kept.length)), notADigit);
  }

  /// The value with exactly `below` smaller ones, or fewer where some are equal.
  private static double lowest(double[] values, int below) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(below, sorted.length - 1)];
  }
}
