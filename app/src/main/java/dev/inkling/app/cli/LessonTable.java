package dev.inkling.app.cli;

import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.training.Lesson;
import dev.inkling.model.training.Lesson.Comparison;
import java.io.PrintWriter;
import java.util.Locale;

/// What learning gave, before and after, for people.
record LessonTable(PrintWriter out) {
  /// @param damaged how many drawings could not be read any more
  void print(Lesson lesson, int damaged) {
    lesson
        .drawings()
        .ifPresentOrElse(
            this::print,
            () ->
                out.println(
                    "There were too few drawings to hold any out and see whether it helped."));
    lesson.general().forEach(this::print);
    if (lesson.forgot()) {
      out.println(
          "It reads other people's digits worse than before: think twice before you use it.");
    }
    if (damaged > 0) {
      out.printf("Left out, for they can't be read any more: %d of the drawings.%n", damaged);
    }
  }

  private void print(Comparison comparison) {
    out.printf(
        Locale.ROOT,
        "%s: %s before, %s after%n",
        comparison.on(),
        share(comparison.before()),
        share(comparison.after()));
  }

  private static String share(Accuracy of) {
    return String.format(
        Locale.ROOT,
        "%.2f %% (%,d of %,d; %.2f to %.2f)",
        100 * of.share(),
        of.right(),
        of.total(),
        100 * of.low(),
        100 * of.high());
  }
}
