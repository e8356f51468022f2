package dev.inkling.model.evaluation.report;

import static dev.inkling.model.evaluation.ConfusionMatrix.NO_ANSWER;
import static dev.inkling.model.evaluation.ConfusionMatrix.NO_DIGIT;

import dev.inkling.model.evaluation.ConfusionMatrix;
import java.util.Locale;
import java.util.OptionalDouble;

/// A confusion matrix as a field of numbers: what is right on the diagonal, the mistakes shaded by
/// how often they happen. Every cell has its number, so that colour only helps to find it.
public record ConfusionPlot(ConfusionMatrix confusion) {
  private static final int CELL = 40;
  private static final int LEFT = 84;
  private static final int TOP = 56;
  private static final int RECALL = 64;

  /// Opacity from which on the number is drawn in the colour of the paper.
  private static final double DARK = 0.6;

  /// The drawing, to be put into a page.
  public Html svg() {
    int columns =
        confusion.answers(NO_ANSWER) + confusion.counts()[NO_DIGIT][NO_ANSWER] > 0 ? 11 : 10;
    int rows = confusion.pictures(NO_DIGIT) > 0 ? 11 : 10;
    int right = LEFT + columns * CELL;
    int bottom = TOP + rows * CELL;
    var svg =
        new Html()
            .add(
                "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Confusion matrix: rows are the truth, columns the answer\">",
                right + RECALL, bottom + 34)
            .add(
                "<text class=\"axis\" x=\"%d\" y=\"16\" text-anchor=\"middle\">read as</text>",
                (LEFT + right) / 2)
            .add(
                "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"end\">truth</text>",
                LEFT - 12, TOP - 14)
            .add(
                "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">recall</text>",
                right + RECALL / 2, TOP - 14)
            .add(
                "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"end\">precision</text>",
                LEFT - 12, bottom + 21);
    for (int column = 0; column < columns; column++) {
      svg.add(
          "<text class=\"head\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          LEFT + column * CELL + CELL / 2, TOP - 14, column == NO_ANSWER ? "–" : column);
      if (column != NO_ANSWER) {
        share(svg, LEFT + column * CELL + CELL / 2, bottom + 21, confusion.precision(column));
      }
    }
    for (int row = 0; row < rows; row++) {
      row(svg, row, columns);
    }
    return svg.add("</svg>");
  }

  private void row(Html svg, int truth, int columns) {
    int y = TOP + truth * CELL;
    svg.add(
        "<text class=\"head\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
        LEFT - 12, y + 25, truth == NO_DIGIT ? "no digit" : truth);
    for (int answer = 0; answer < columns; answer++) {
      cell(svg, truth, answer, LEFT + answer * CELL, y);
    }
    if (truth != NO_DIGIT) {
      share(svg, LEFT + columns * CELL + RECALL / 2, y + 25, confusion.recall(truth));
    }
  }

  private void cell(Html svg, int truth, int answer, int x, int y) {
    int count = confusion.counts()[truth][answer];
    double share = (double) count / Math.max(1, confusion.pictures(truth));
    boolean right = truth == answer && truth != NO_DIGIT;
    // A cube root, for one mistake in a hundred ought to be seen beside the diagonal.
    double opacity = count == 0 ? 0 : right ? 0.15 + 0.75 * share : 0.15 + 0.75 * Math.cbrt(share);
    svg.add(
            "<g><title>%s read as %s: %d of %d</title>",
            name(truth, "no digit"), name(answer, "nothing"), count, confusion.pictures(truth))
        .add(
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill-opacity=\"%.3f\"/>",
            right ? "cell right" : truth == NO_DIGIT ? "cell other" : "cell wrong",
            x + 1,
            y + 1,
            CELL - 2,
            CELL - 2,
            opacity)
        .add(
            "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text></g>",
            count == 0 ? "nil" : opacity > DARK ? "count on" : "count",
            x + CELL / 2,
            y + 25,
            count == 0 ? "·" : count);
  }

  private static String name(int index, String eleventh) {
    return index > 9 ? eleventh : String.valueOf(index);
  }

  private static void share(Html svg, int x, int y, OptionalDouble share) {
    String words =
        share.isPresent() ? String.format(Locale.ROOT, "%.1f", 100 * share.getAsDouble()) : "–";
    svg.add(
        "<text class=\"share\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", x, y, words);
  }
}
