package dev.inkling.model.evaluation;

/// How many of a set were read right.
///
/// @param right 0 to `total`
/// @param total at least 1
public record Accuracy(int right, int total) {
  /// The normal distribution's 97.5 % quantile: two of these span 95 %.
  private static final double Z = 1.959964;

  public Accuracy {
    if (total < 1 || right < 0 || right > total) {
      throw new IllegalArgumentException("%d right of %d".formatted(right, total));
    }
  }

  /// The share read right, 0 to 1.
  public double share() {
    return (double) right / total;
  }

  /// The lower end of the 95 % interval.
  public double low() {
    return centre() - reach();
  }

  /// The upper end of the 95 % interval.
  public double high() {
    return centre() + reach();
  }

  /// E. Wilson's score interval (1927): unlike the textbook one it stays within 0 to 1 and means
  /// something when all or nearly all are right.
  private double centre() {
    return (share() + Z * Z / (2 * total)) / (1 + Z * Z / total);
  }

  private double reach() {
    double p = share();
    return Z * Math.sqrt(p * (1 - p) / total + Z * Z / (4.0 * total * total)) / (1 + Z * Z / total);
  }
}
