package dev.inkling.model.evaluation.report;

import dev.inkling.model.evaluation.RiskCoverage;
import dev.inkling.model.evaluation.RiskCoverage.Point;
import dev.inkling.model.evaluation.Scorecard;
import java.util.List;
import java.util.Locale;

/// Risk against coverage, a line a model: how many answers are wrong when only the surest are
/// given. The lines differ in dashes as well as in colour.
record RiskCoveragePlot(List<Scorecard> cards) {
  /// As many as there are kinds of lines in the stylesheet.
  private static final int KINDS = 4;

  /// Fewer answers than this share are too few to tell a risk by: they don't set the scale.
  private static final double LEAST_COVERAGE = 0.1;

  /// More points than pixels are no use.
  private static final double STEP = 1 / 400.0;

  private static final List<Double> TOPS =
      List.of(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8);

  Html svg() {
    var axes = new Axes(top(), 240);
    Html svg =
        axes.begin(
            "Risk against coverage: share of wrong answers when only the surest are given",
            "coverage: share of the digits that is answered",
            "risk: share wrong");
    for (int i = 0; i < cards.size(); i++) {
      svg.add(
          "<polyline class=\"line line%d\" points=\"%s\"><title>%s</title></polyline>",
          i % KINDS, points(cards.get(i).riskCoverage(), axes), cards.get(i).card().id());
    }
    return svg.add("</svg>");
  }

  /// A sample of each line with its model's name.
  Html legend() {
    var legend = new Html().add("<ul class=\"legend\">");
    for (int i = 0; i < cards.size(); i++) {
      legend.add(
          "<li><svg viewBox=\"0 0 36 8\" aria-hidden=\"true\"><line class=\"line line%d\" x1=\"0\" x2=\"36\" y1=\"4\" y2=\"4\"/></svg>%s</li>",
          i % KINDS, cards.get(i).card().id());
    }
    return legend.add("</ul>");
  }

  private double top() {
    double highest =
        cards.stream()
            .flatMap(card -> card.riskCoverage().points().stream())
            .filter(point -> point.coverage() >= LEAST_COVERAGE)
            .mapToDouble(Point::risk)
            .max()
            .orElse(0);
    return TOPS.stream().filter(top -> top >= highest).findFirst().orElse(1.0);
  }

  private static String points(RiskCoverage curve, Axes axes) {
    var line = new StringBuilder();
    double last = -1;
    for (Point point : curve.points()) {
      boolean end = point.equals(curve.points().getLast());
      if (point.coverage() >= last + STEP || end) {
        line.append(
            String.format(
                Locale.ROOT, "%.1f,%.1f ", axes.x(point.coverage()), axes.y(point.risk())));
        last = point.coverage();
      }
    }
    return line.toString().strip();
  }
}
