package dev.inkling.model.evaluation.report;

import dev.inkling.model.evaluation.Calibration;
import dev.inkling.model.evaluation.Calibration.Bin;
import java.util.Locale;

/// A reliability diagram: how often the model is right when it is that sure. On the diagonal it is
/// as sure as it is right; a bar that ends below it is a boast. Bins of few answers are pale: their
/// height is mostly chance.
record ReliabilityPlot(Calibration calibration) {
  /// Answers from which on a bin's height is to within ten points or so.
  private static final int ENOUGH = 30;

  Html svg() {
    var axes = new Axes(1, 300);
    Html svg =
        axes.begin(
            "Reliability diagram: share right against confidence", "confidence", "share right");
    for (Bin bin : calibration.bins()) {
      if (bin.answers() > 0) {
        bar(svg, axes, bin);
      }
    }
    return svg.add(
            "<line class=\"ideal\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
            axes.x(0), axes.y(0), axes.x(1), axes.y(1))
        .add("</svg>");
  }

  private static void bar(Html svg, Axes axes, Bin bin) {
    double left = axes.x(bin.low()) + 1.5;
    double width = axes.x(bin.high()) - axes.x(bin.low()) - 3;
    svg.add(
            "<g><title>%.0f to %.0f %% sure: %d answers, %.1f %% right, %.1f %% sure on average</title>",
            100 * bin.low(),
            100 * bin.high(),
            bin.answers(),
            100 * bin.right(),
            100 * bin.confidence())
        .add(
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
            bin.answers() < ENOUGH ? "bar few" : "bar",
            left,
            axes.y(bin.right()),
            width,
            axes.y(0) - axes.y(bin.right()))
        .add(
            "<line class=\"mean\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
            left, left + width, axes.y(bin.confidence()), axes.y(bin.confidence()))
        .add(
            "<text class=\"tick\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text></g>",
            left + width / 2, axes.y(0) - 5, shortened(bin.answers()));
  }

  /// To at most five characters, which is what fits between two bins.
  private static String shortened(int answers) {
    return answers < 1000
        ? String.valueOf(answers)
        : String.format(Locale.ROOT, answers < 10_000 ? "%.1fk" : "%.0fk", answers / 1000.0);
  }
}
