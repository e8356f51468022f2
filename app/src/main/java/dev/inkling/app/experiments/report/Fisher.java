package dev.inkling.app.experiments.report;

/// Whether something goes with being wrong, or only happened to: R. A. Fisher's exact test (1922),
/// one-sided.
///
/// @param wrongWith how many wrong ones have it
/// @param wrong how many are wrong
/// @param rightWith how many right ones have it
/// @param right how many are right
record Fisher(int wrongWith, int wrong, int rightWith, int right) {

  /// How often as many of the wrong ones or more would have it if it had nothing to do with it, 0
  /// to 1.
  double probability() {
    int with = wrongWith + rightWith;
    double sum = 0;
    for (int k = wrongWith; k <= Math.min(with, wrong); k++) {
      if (with - k <= right) {
        sum +=
            Math.exp(
                logChoose(wrong, k) + logChoose(right, with - k) - logChoose(wrong + right, with));
      }
    }
    return Math.min(1, sum);
  }

  private static double logChoose(int all, int some) {
    double log = 0;
    for (int i = 1; i <= some; i++) {
      log += Math.log((double) (all - some + i) / i);
    }
    return log;
  }
}
