package dev.inkling.app.cli;

import dev.inkling.model.data.LabelledPictures;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.evaluation.ConfusionMatrix;
import dev.inkling.model.evaluation.McNemar;
import dev.inkling.model.evaluation.Outcome;
import dev.inkling.model.evaluation.Scorecard;
import dev.inkling.model.evaluation.StageTime;
import dev.inkling.model.serving.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

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
    summary(cards);
    for (int i = 0; i < cards.size(); i++) {
      for (int j = i + 1; j < cards.size(); j++) {
        comparison(cards.get(i), cards.get(j));
      }
    }
    cards.forEach(this::details);
    out.flush();
  }

  private void summary(List<Scorecard> cards) {
    row("", cards, card -> card.card().id().toString());
    row("Digits read right", cards, card -> share(card.accuracy()));
    row("  95 % interval", cards, card -> interval(card.accuracy()));
    row("Of those answered, right", cards, card -> share(card.accuracyOfAnswered()));
    row("Expected calibration error", cards, ScorecardTable::calibrationError);
    row("Digits refused", cards, card -> share(card.digitsRefused()));
    row("  unsure", cards, card -> count(card, Verdict.UNSURE));
    row("  not a digit", cards, card -> count(card, Verdict.NOT_A_DIGIT));
    row("Non-digits refused", cards, card -> share(card.othersRefused()));
    row("Not readable", cards, card -> String.format(Locale.ROOT, "%,d", card.unread().size()));
    row(
        "Slowest stage",
        cards,
        card -> StageTime.slowest(card.stages()).map(StageTime::stage).orElse("-"));
  }

  private void row(String name, List<Scorecard> cards, Function<Scorecard, String> cell) {
    var line = new StringBuilder(String.format(Locale.ROOT, "%-28s", name));
    cards.forEach(card -> line.append(String.format(Locale.ROOT, "%-26s", cell.apply(card))));
    out.println(line.toString().stripTrailing());
  }

  private void comparison(Scorecard first, Scorecard second) {
    McNemar test = first.against(second);
    out.println();
    out.printf(
        Locale.ROOT,
        "Only %s reads %,d right, only %s %,d. Between equal models chance would do that with probability %s (McNemar's exact test).%n",
        first.card().id(),
        test.onlyFirst(),
        second.card().id(),
        test.onlySecond(),
        probability(test.probability()));
  }

  private void details(Scorecard card) {
    out.println();
    out.printf(
        Locale.ROOT, "%s: recall, precision, and what each digit was read as%n", card.card().id());
    out.printf(
        Locale.ROOT,
        "digit   recall  precision       0     1     2     3     4     5     6     7     8     9  refused%n");
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
        String.format(Locale.ROOT, "%9d", confusion.counts()[truth][ConfusionMatrix.NO_ANSWER]));
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

  private static String calibrationError(Scorecard card) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * card.calibration().expectedError());
  }

  private static String count(Scorecard card, Verdict verdict) {
    return String.format(Locale.ROOT, "%,d", card.count(verdict, true));
  }

  private static String share(Optional<Accuracy> share) {
    return share
        .map(
            of ->
                String.format(
                    Locale.ROOT, "%.2f %% (%,d of %,d)", 100 * of.share(), of.right(), of.total()))
        .orElse("-");
  }

  private static String interval(Optional<Accuracy> share) {
    return share
        .map(of -> String.format(Locale.ROOT, "%.2f to %.2f %%", 100 * of.low(), 100 * of.high()))
        .orElse("-");
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
        : "-";
  }

  private static String probability(double value) {
    return value < 0.0001 ? "less than 0.0001" : String.format(Locale.ROOT, "%.4f", value);
  }
}
