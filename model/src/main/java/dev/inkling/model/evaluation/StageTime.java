package dev.inkling.model.evaluation;

import dev.inkling.model.serving.Timings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// How long one stage of a prediction took over many pictures, in milliseconds. The median is
/// what is usual; the 99th percentile what the unlucky hundredth waits for.
///
/// @param stage `decode`, `preprocess`, `infer`, or all of it: `total`
public record StageTime(String stage, double median, double percentile99) {
  private static final String TOTAL = "total";

  /// The three stages in order, and then the total; nothing without timings.
  static List<StageTime> of(List<Timings> timings) {
    return timings.isEmpty()
        ? List.of()
        : List.of(
            of("decode", timings, Timings::decode),
            of("preprocess", timings, Timings::preprocess),
            of("infer", timings, Timings::infer),
            of(TOTAL, timings, Timings::total));
  }

  /// The stage that usually takes longest.
  public static Optional<StageTime> slowest(List<StageTime> stages) {
    return stages.stream()
        .filter(time -> !time.stage.equals(TOTAL))
        .max(Comparator.comparingDouble(StageTime::median));
  }

  private static StageTime of(
      String stage, List<Timings> timings, ToDoubleFunction<Timings> duration) {
    double[] sorted = timings.stream().mapToDouble(duration).sorted().toArray();
    return new StageTime(stage, quantile(sorted, 0.5), quantile(sorted, 0.99));
  }

  /// The smallest time that at least that share of all does not exceed.
  private static double quantile(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
