package dev.inkling.app.experiments;

/// How sure a model was, in the steps that people look through experiments by.
public enum Sureness {
  /// Less than half: another digit may have been almost as likely.
  LITTLE(0, 0.5),
  /// Not so that one would rely on it.
  FAIRLY(0.5, 0.9),
  /// As with a clear digit.
  VERY(0.9, 1);

  private final double least;
  private final double most;

  Sureness(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /// From 0 to 1.
  double least() {
    return least;
  }

  /// From 0 to 1.
  double most() {
    return most;
  }
}
