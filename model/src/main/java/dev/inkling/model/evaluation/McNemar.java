package dev.inkling.model.evaluation;

/// Whether one of two models is better, or was only luckier on these pictures: Q. McNemar's test
/// (1947) in its exact form. Pictures that both read right, or both wrong, tell nothing about that;
/// on the others, equal models would be right as often as a coin shows heads.
///
/// @param onlyFirst how many pictures only the first model reads right
/// @param onlySecond how many only the second
public record McNemar(int onlyFirst, int onlySecond) {
  public McNemar {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException(onlyFirst + " and " + onlySecond);
    }
  }

  /// How often chance alone would set two equal models at least this far apart, 0 to 1; the
  /// two-sided binomial tail. Below 0.05 is usually taken for a difference.
  public double probability() {
    int tosses = onlyFirst + onlySecond;
    int fewer = Math.min(onlyFirst, onlySecond);
    double logOfTerm = -tosses * Math.log(2);
    double tail = 0;
    for (int heads = 0; heads <= fewer; heads++) {
      tail += Math.exp(logOfTerm);
      logOfTerm += Math.log((double) (tosses - heads) / (heads + 1));
    }
    return Math.min(1, 2 * tail);
  }
}
