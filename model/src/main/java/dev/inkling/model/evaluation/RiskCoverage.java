package dev.inkling.model.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What a model that answers only when it is sure would get wrong: Y. Geifman and R. El-Yaniv,
/// "Selective Classification for Deep Neural Networks" (2017). The surest answer comes first, and
/// each next one adds to the coverage and, if it is wrong, to the risk.
///
/// @param points in order of coverage; answers of equal confidence come in together. Empty when
///     there are no answers
public record RiskCoverage(List<Point> points) {
  public RiskCoverage {
    points = List.copyOf(points);
  }

  /// A choice of how sure to be.
  ///
  /// @param confidence from which on it is answered, 0 to 1
  /// @param coverage the share of the digits that is answered, 0 to 1
  /// @param risk the share of those answers that is wrong, 0 to 1
  public record Point(double confidence, double coverage, double risk) {}

  /// Sorts the answers by confidence.
  ///
  /// @param digits how many there were to read: those without an answer are never covered
  static RiskCoverage of(double[] confidences, boolean[] right, int digits) {
    List<Integer> surestFirst =
        IntStream.range(0, confidences.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -confidences[i]))
            .toList();
    var points = new ArrayList<Point>();
    int answered = 0;
    int wrong = 0;
    for (int i : surestFirst) {
      answered++;
      wrong += right[i] ? 0 : 1;
      boolean tie = !points.isEmpty() && points.getLast().confidence() == confidences[i];
      var point = new Point(confidences[i], (double) answered / digits, (double) wrong / answered);
      if (tie) {
        points.set(points.size() - 1, point);
      } else {
        points.add(point);
      }
    }
    return new RiskCoverage(points);
  }

  /// The share of wrong answers when at least that share of the digits is answered; 1 when so many
  /// have no answer at all.
  ///
  /// @param coverage 0 to 1
  public double riskAt(double coverage) {
    return points.stream()
        .filter(point -> point.coverage() >= coverage - 1e-12)
        .findFirst()
        .map(Point::risk)
        .orElse(1.0);
  }
}
