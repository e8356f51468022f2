package dev.inkling.model.evaluation.report;

import java.util.Locale;

/// The frame of a plot: where its values lie on the page, and its ticks and names.
///
/// @param top of the values along y, from 0
/// @param height of the plot's field in pixels
record Axes(double top, int height) {
  static final int LEFT = 62;
  static final int ABOVE = 12;
  static final int WIDTH = 400;
  static final int BELOW = 48;

  /// Half of the last tick's text.
  private static final int RIGHT = 24;

  private static final int TICKS = 5;

  /// Where a share lies from left to right.
  ///
  /// @param value 0 to 1
  double x(double value) {
    return LEFT + value * WIDTH;
  }

  /// Where it lies from top to bottom.
  ///
  /// @param value 0 to `top`; what is higher stays at the top
  double y(double value) {
    return ABOVE + height * (1 - Math.min(value, top) / top);
  }

  /// Opens the picture and draws the frame.
  Html begin(String title, String along, String up) {
    var svg =
        new Html()
            .add(
                "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                LEFT + WIDTH + RIGHT, ABOVE + height + BELOW, title);
    for (int i = 0; i <= TICKS; i++) {
      double share = (double) i / TICKS;
      svg.add(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
              LEFT, LEFT + WIDTH, y(share * top), y(share * top))
          .add(
              "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s %%</text>",
              LEFT - 8, y(share * top) + 4, number(100 * share * top))
          .add(
              "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d %%</text>",
              x(share), ABOVE + height + 18, Math.round(100 * share));
    }
    return svg.add(
            "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
            LEFT + WIDTH / 2, ABOVE + height + 40, along)
        .add(
            "<text class=\"axis\" transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
            ABOVE + height / 2, up);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
  }
}
