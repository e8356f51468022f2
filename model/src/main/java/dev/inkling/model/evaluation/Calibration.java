package dev.inkling.model.evaluation;

import java.util.ArrayList;
import java.util.List;

/// Whether a classifier is as sure as it is right: of all answers given with 80 % confidence, 80 %
/// ought to be right.
///
/// As in C. Guo et al., "On Calibration of Modern Neural Networks" (2017): the confidences fall
/// into 15 bins of equal width, and in each bin the mean confidence is held against the share that
/// was right.
///
/// @param bins in order; those that nothing fell into are there too
public record Calibration(List<Bin> bins) {
  /// As many as the paper has; other numbers give other errors.
  public static final int BINS = 15;

  public Calibration {
    bins = List.copyOf(bins);
  }

  /// The answers whose confidence lies above `low` and not above `high`.
  ///
  /// @param low 0 to 1, as are the other shares
  /// @param confidence the mean of the answers; 0 when there are none
  /// @param right the share of them that is right; 0 when there are none
  public record Bin(double low, double high, int answers, double confidence, double right) {
    /// How far confidence and truth lie apart, 0 to 1.
    public double gap() {
      return Math.abs(confidence - right);
    }
  }

  /// Sorts the answers into the bins.
  ///
  /// @param confidences of each answer, 0 to 1
  /// @param right whether that answer was right
  public static Calibration of(double[] confidences, boolean[] right) {
    if (confidences.length != right.length) {
      throw new IllegalArgumentException(
          "%d confidences of %d answers".formatted(confidences.length, right.length));
    }
    var answers = new int[BINS];
    var sure = new double[BINS];
    var correct = new int[BINS];
    for (int i = 0; i < confidences.length; i++) {
      int bin = bin(confidences[i]);
      answers[bin]++;
      sure[bin] += confidences[i];
      correct[bin] += right[i] ? 1 : 0;
    }
    var bins = new ArrayList<Bin>();
    for (int i = 0; i < BINS; i++) {
      int count = Math.max(1, answers[i]);
      bins.add(
          new Bin(
              (double) i / BINS,
              (i + 1.0) / BINS,
              answers[i],
              sure[i] / count,
              (double) correct[i] / count));
    }
    return new Calibration(bins);
  }

  /// The expected calibration error, 0 to 1: the bins' gaps, each weighted by its share of the
  /// answers. 0 when there are no answers.
  public double expectedError() {
    int all = bins.stream().mapToInt(Bin::answers).sum();
    return bins.stream().mapToDouble(bin -> bin.gap() * bin.answers()).sum() / Math.max(1, all);
  }

  private static int bin(double confidence) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("A confidence lies between 0 and 1, got " + confidence);
    }
    return Math.clamp((int) Math.ceil(confidence * BINS) - 1, 0, BINS - 1);
  }
}
