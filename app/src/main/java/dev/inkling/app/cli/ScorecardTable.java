package dev.inkling.app.cli;

import dev.inkling.model.data.LabelledPictures;
import dev.inkling.model.evaluation.ConfusionMatrix;
import dev.inkling.model.evaluation.Outcome;
import dev.inkling.model.evaluation.Scorecard;
import dev.inkling.model.evaluation.Summary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// How `evaluate` prints what it measured: the models side by side, then each one's details.
record ScorecardTable(PrintWriter out) {
  /// More pictures that can't be read than this are counted, not named.
  private static final int MOST_NAMED = 20;

  void print(LabelledPictures pictures, List<Scorecard> cards) {
    int digits = pictures.digits();
    out.printf(
        Locale.ROOT,
        "%s: %,d digits, %,d others%n",
        pictures.name(),
        digits,
        pictures.pictures().size() - digits);
    if (pictures.unlabelled() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d more pictures have no label and were left out.%n",
          pictures.unlabelled());
    }
    out.println();
    summary(Summary.of(cards));
    cards.forEach(this::details);
    out.flush();
  }

  private void summary(Summary summary) {
    row("", summary.models());
    for (Summary.Row row : summary.rows()) {
      row((row.detail() ? "  " : "") + row.name(), row.cells());
    }
    for (String sentence : summary.comparisons()) {
      out.println();
      out.println(sentence);
    }
  }

  private void row(String name, List<String> cells) {
    var line = new StringBuilder(String.format(Locale.ROOT, "%-28s", name));
    cells.forEach(cell -> line.append(String.format(Locale.ROOT, "%-28s", cell)));
    out.println(line.toString().stripTrailing());
  }

  private void details(Scorecard card) {
    out.println();
    out.printf(
        Locale.ROOT, "%s: recall, precision, and what each digit was read as%n", card.card().id());
    out.printf(
        Locale.ROOT,
        "digit   recall  precision       0     1     2     3     4     5     6     7     8     9  no answer%n");
    ConfusionMatrix confusion = card.confusion();
    for (int truth = 0; truth <= ConfusionMatrix.NO_DIGIT; truth++) {
      if (confusion.pictures(truth) > 0) {
        digit(confusion, truth);
      }
    }
    out.println();
    out.printf(Locale.ROOT, "stage         median  99th percentile%n");
    card.stages()
        .forEach(
            time ->
                out.printf(
                    Locale.ROOT,
                    "%-10s %6.2f ms  %12.2f ms%n",
                    time.stage(),
                    time.median(),
                    time.percentile99()));
    unread(card.unread());
  }

  private void digit(ConfusionMatrix confusion, int truth) {
    boolean none = truth == ConfusionMatrix.NO_DIGIT;
    var line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%5s %8s  %9s  ",
                none ? "none" : truth,
                none ? "" : percent(confusion.recall(truth)),
                none ? "" : percent(confusion.precision(truth))));
    for (int answer = 0; answer < ConfusionMatrix.NO_ANSWER; answer++) {
      line.append(String.format(Locale.ROOT, "%6d", confusion.counts()[truth][answer]));
    }
    line.append(
        String.format(Locale.ROOT, "%11d", confusion.counts()[truth][ConfusionMatrix.NO_ANSWER]));
    out.println(line);
  }

  private void unread(List<Outcome.Unread> unread) {
    if (unread.isEmpty()) {
      return;
    }
    out.println();
    out.println("Refused before the network saw them:");
    int width =
        unread.stream()
            .limit(MOST_NAMED)
            .mapToInt(outcome -> outcome.picture().name().length())
            .max()
            .orElse(1);
    unread.stream()
        .limit(MOST_NAMED)
        .forEach(
            outcome ->
                out.printf(
                    Locale.ROOT,
                    "  %-" + width + "s  %s%n",
                    outcome.picture().name(),
                    outcome.sentence()));
    if (unread.size() > MOST_NAMED) {
      out.printf(Locale.ROOT, "  and %,d more%n", unread.size() - MOST_NAMED);
    }
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
        : "-";
  }
}
