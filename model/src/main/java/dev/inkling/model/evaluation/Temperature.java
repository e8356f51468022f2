package dev.inkling.model.evaluation;

/// The one number by which a network's logits are divided before softmax, so that its confidence
/// means what it says. It never changes which digit comes first.
///
/// C. Guo et al., "On Calibration of Modern Neural Networks" (2017), section 4.2: of all ways to
/// calibrate, this one parameter, fitted on held-out samples, did as well as any.
public final class Temperature {
  /// Networks in use need 0.5 to 3. The ends are reached only where there is no best temperature:
  /// samples that are all right ask for 0, samples that are as good as random for infinity.
  static final double COLDEST = 0.05;

  static final double HOTTEST = 20;

  /// Of the logarithm: a thousandth of a percent of the temperature.
  private static final double PRECISION = 1e-5;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Temperature() {}

  /// The temperature at which the held-out digits are least surprising: it minimises
  /// [#surprise]. That is convex in 1/T, hence has one valley in log T, which golden-section
  /// search narrows down without a derivative (J. Kiefer, "Sequential minimax search for a
  /// maximum", 1953).
  ///
  /// @param logits a row a sample, a value a digit; logarithms of probabilities serve as well
  /// @param digits the truth, 0 to 9
  /// @return 0.05 to 20; above 1 for a network that was too sure
  public static double fit(double[][] logits, int[] digits) {
    if (logits.length != digits.length || digits.length == 0) {
      throw new IllegalArgumentException(
          "%d rows of logits for %d digits".formatted(logits.length, digits.length));
    }
    double low = Math.log(COLDEST);
    double high = Math.log(HOTTEST);
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = surprise(logits, digits, Math.exp(left));
    double atRight = surprise(logits, digits, Math.exp(right));
    while (high - low > PRECISION) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = surprise(logits, digits, Math.exp(left));
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = surprise(logits, digits, Math.exp(right));
      }
    }
    return Math.exp((low + high) / 2);
  }

  /// The mean negative log-likelihood of the true digits, in nats, at that temperature.
  public static double surprise(double[][] logits, int[] digits, double temperature) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double[] row = logits[i];
      sum += logOfSumOfExp(row, temperature) - row[digits[i]] / temperature;
    }
    return sum / logits.length;
  }

  /// The probabilities that these logits give at that temperature; they sum to 1.
  public static double[] softmax(double[] logits, double temperature) {
    double total = logOfSumOfExp(logits, temperature);
    var probabilities = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = Math.exp(logits[i] / temperature - total);
    }
    return probabilities;
  }

  /// With the largest taken out first, so that nothing overflows.
  private static double logOfSumOfExp(double[] logits, double temperature) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp((logit - largest) / temperature);
    }
    return largest / temperature + Math.log(sum);
  }
}
