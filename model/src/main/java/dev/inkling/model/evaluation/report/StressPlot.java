package dev.inkling.model.evaluation.report;

import dev.inkling.model.evaluation.Stress;
import dev.inkling.model.evaluation.StressTable;
import dev.inkling.model.evaluation.StressTable.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A stress table as a picture: a panel a disturbance, a line a model, named at its end; the lines
/// differ in dashes and marks as well as in colour.
///
/// Upwards runs the square root of the share read wrong, so that the loss of one point can be seen
/// beside a collapse.
record StressPlot(StressTable table) {
  private static final int COLUMNS = 4;
  private static final int PANEL_WIDTH = 236;
  private static final int PANEL_HEIGHT = 178;
  private static final int LEFT = 42;
  private static final int TOP = 34;
  private static final int WIDTH = 138;
  private static final int HEIGHT = 96;
  private static final int[] TICKS = {100, 98, 90, 75, 50, 0};

  /// As many as there are kinds of lines in the stylesheet.
  private static final int KINDS = 4;

  /// Of the names at the lines' ends.
  private static final double LINE_HEIGHT = 12;

  private static final String STYLE =
      """
      <style>
      text { font: 10px system-ui, sans-serif; fill: #24292f }
      .title { font-size: 12px; font-weight: 600 }
      .unit, .tick { fill: #57606a }
      .page { fill: #fff }
      .grid { stroke: #d8dee4 }
      .line { fill: none; stroke-width: 2; stroke-linejoin: round }
      .line0 { stroke: #b35900; stroke-dasharray: 5 3 } .mark0 { fill: #b35900 }
      .line1 { stroke: #0550ae } .mark1 { fill: #0550ae }
      .line2 { stroke: #116329; stroke-dasharray: 2 2 } .mark2 { fill: #116329 }
      .line3 { stroke: #8250df; stroke-dasharray: 8 2 2 2 } .mark3 { fill: #8250df }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 }
        .unit, .tick { fill: #9198a1 }
        .page { fill: #0d1117 }
        .grid { stroke: #3d444d }
        .line0 { stroke: #f0883e } .mark0 { fill: #f0883e }
        .line1 { stroke: #79c0ff } .mark1 { fill: #79c0ff }
        .line2 { stroke: #56d364 } .mark2 { fill: #56d364 }
        .line3 { stroke: #d2a8ff } .mark3 { fill: #d2a8ff }
      }
      </style>""";

  @Override
  public String toString() {
    List<Stress> stresses =
        Arrays.stream(Stress.values()).filter(stress -> !table.rows(stress).isEmpty()).toList();
    int width = COLUMNS * PANEL_WIDTH;
    int height = Math.ceilDiv(stresses.size(), COLUMNS) * PANEL_HEIGHT;
    Html svg =
        new Html()
            .add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                width, height, "Share of digits read right, by what happened to them and how much")
            .add(STYLE)
            .add("<rect class=\"page\" width=\"%d\" height=\"%d\"/>", width, height);
    for (int i = 0; i < stresses.size(); i++) {
      svg.add(
              "<g transform=\"translate(%d %d)\">",
              i % COLUMNS * PANEL_WIDTH, i / COLUMNS * PANEL_HEIGHT)
          .add(panel(stresses.get(i)))
          .add("</g>");
    }
    return svg.add("</svg>").toString();
  }

  private Html panel(Stress stress) {
    List<Row> rows = table.rows(stress);
    Html panel =
        new Html().add("<text class=\"title\" x=\"%d\" y=\"20\">%s</text>", LEFT, stress.label());
    for (int tick : TICKS) {
      double y = y(tick / 100.0);
      panel
          .add(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
              LEFT, LEFT + WIDTH, y, y)
          .add(
              "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d%s</text>",
              LEFT - 5, y + 3.5, tick, tick == 100 ? " %" : "");
    }
    for (int i = 0; i < rows.size(); i++) {
      panel.add(
          "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          x(i, rows.size()), TOP + HEIGHT + 14, StressMarkdown.strength(rows.get(i).strength()));
    }
    panel.add(
        "<text class=\"unit\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        LEFT + WIDTH / 2, TOP + HEIGHT + 28, stress.unit());
    double[] names = names(rows.getLast());
    for (int model = 0; model < table.models().size(); model++) {
      panel.add(line(rows, model)).add(name(model, names[model]));
    }
    return panel;
  }

  private Html line(List<Row> rows, int model) {
    var points = new StringBuilder();
    var marks = new Html();
    for (int i = 0; i < rows.size(); i++) {
      double x = x(i, rows.size());
      double y = y(rows.get(i).accuracies().get(model).share());
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      marks.add(mark(model), model % KINDS, x, y);
    }
    return new Html()
        .add(
            "<polyline class=\"line line%d\" points=\"%s\"/>",
            model % KINDS, points.toString().strip())
        .add(marks);
  }

  /// Discs and diamonds in turn.
  private static String mark(int model) {
    return model % 2 == 0
        ? "<circle class=\"mark%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\"/>"
        : "<path class=\"mark%d\" d=\"M%.1f %.1fm0 -3.6 3.6 3.6 -3.6 3.6 -3.6 -3.6z\"/>";
  }

  private Html name(int model, double y) {
    return new Html()
        .add(
            "<text class=\"mark%d\" x=\"%d\" y=\"%.1f\">%s</text>",
            model % KINDS, LEFT + WIDTH + 6, y + 3.5, table.models().get(model).name());
  }

  /// Beside the lines' ends, but never one on another.
  private double[] names(Row last) {
    double[] places =
        last.accuracies().stream().mapToDouble(accuracy -> y(accuracy.share())).toArray();
    Integer[] downwards = new Integer[places.length];
    Arrays.setAll(downwards, i -> i);
    Arrays.sort(downwards, (one, other) -> Double.compare(places[one], places[other]));
    for (int i = 1; i < downwards.length; i++) {
      places[downwards[i]] = Math.max(places[downwards[i]], places[downwards[i - 1]] + LINE_HEIGHT);
    }
    return places;
  }

  private static double x(int index, int count) {
    return LEFT + WIDTH * (index + 0.5) / count;
  }

  private static double y(double share) {
    return TOP + HEIGHT * Math.sqrt(1 - share);
  }
}
