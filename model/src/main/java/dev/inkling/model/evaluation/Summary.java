package dev.inkling.model.evaluation;

import dev.inkling.model.serving.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The figures of one or more models side by side, as people read them.
///
/// @param models a name a column
/// @param rows a figure a row
/// @param comparisons a sentence for each pair of models
public record Summary(List<String> models, List<Row> rows, List<String> comparisons) {
  public Summary {
    models = List.copyOf(models);
    rows = List.copyOf(rows);
    comparisons = List.copyOf(comparisons);
  }

  /// One figure.
  ///
  /// @param detail whether it explains the row above it
  /// @param cells one a model; `-` where the pictures can't tell
  public record Row(String name, boolean detail, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// Puts the scorecards, all of the same pictures, beside each other.
  public static Summary of(List<Scorecard> cards) {
    var rows = new ArrayList<Row>();
    rows.add(row("Digits read right", cards, card -> share(card.accuracy())));
    rows.add(detail("95 % interval", cards, card -> interval(card.accuracy())));
    rows.add(row("Of those answered, right", cards, card -> share(card.accuracyOfAnswered())));
    rows.add(row("Expected calibration error", cards, Summary::calibrationError));
    rows.add(row("Digits refused", cards, card -> share(card.digitsRefused())));
    rows.add(detail("unsure", cards, card -> count(card, Verdict.UNSURE)));
    rows.add(detail("not a digit", cards, card -> count(card, Verdict.NOT_A_DIGIT)));
    rows.add(row("Non-digits refused", cards, card -> share(card.othersRefused())));
    rows.add(row("Not readable", cards, card -> "%d".formatted(card.unread().size())));
    rows.add(row("Slowest stage", cards, Summary::slowestStage));
    return new Summary(
        cards.stream().map(card -> card.card().id().toString()).toList(), rows, comparisons(cards));
  }

  private static Row row(String name, List<Scorecard> cards, Function<Scorecard, String> cell) {
    return new Row(name, false, cards.stream().map(cell).toList());
  }

  private static Row detail(String name, List<Scorecard> cards, Function<Scorecard, String> cell) {
    return new Row(name, true, cards.stream().map(cell).toList());
  }

  private static List<String> comparisons(List<Scorecard> cards) {
    var sentences = new ArrayList<String>();
    for (int i = 0; i < cards.size(); i++) {
      for (int j = i + 1; j < cards.size(); j++) {
        sentences.add(comparison(cards.get(i), cards.get(j)));
      }
    }
    return sentences;
  }

  private static String comparison(Scorecard first, Scorecard second) {
    McNemar test = first.against(second);
    double chance = test.probability();
    return String.format(
        Locale.ROOT,
        "%,d digits are read right by %s only, %,d by %s only. Equal models would differ as much with probability %s (McNemar's exact test).",
        test.onlyFirst(),
        first.card().id(),
        test.onlySecond(),
        second.card().id(),
        chance < 0.0001 ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", chance));
  }

  private static String calibrationError(Scorecard card) {
    return card.accuracy().isEmpty() ? "-" : percent(card.calibration().expectedError());
  }

  private static String slowestStage(Scorecard card) {
    return StageTime.slowest(card.stages())
        .map(time -> String.format(Locale.ROOT, "%s, median %.2f ms", time.stage(), time.median()))
        .orElse("-");
  }

  private static String count(Scorecard card, Verdict verdict) {
    return String.format(Locale.ROOT, "%,d", card.count(verdict, true));
  }

  private static String share(Optional<Accuracy> share) {
    return share
        .map(
            of ->
                String.format(
                    Locale.ROOT, "%s (%,d of %,d)", percent(of.share()), of.right(), of.total()))
        .orElse("-");
  }

  private static String interval(Optional<Accuracy> share) {
    return share
        .map(of -> String.format(Locale.ROOT, "%.2f to %.2f %%", 100 * of.low(), 100 * of.high()))
        .orElse("-");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
