package dev.inkling.app.experiments.report;

import dev.inkling.app.experiments.Entry;
import dev.inkling.app.experiments.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What somebody who looks through the experiments would notice, in sentences. Nothing is said that
/// the numbers do not carry.
///
/// @param traits of the drawings, by the numbers of their entries
record Observations(Figures figures, Map<Long, Set<Trait>> traits) {
  private static final int MOST_CONFUSIONS = 5;

  /// Fewer wrong ones have nothing in common but chance.
  private static final int FEWEST_WRONG = 3;

  /// The usual bound, below which something is taken for more than chance.
  private static final double SIGNIFICANT = 0.05;

  private static final double VERY_SURE = 0.9;

  List<String> sentences() {
    var sentences = new ArrayList<String>();
    sentences.addAll(confusions());
    sentences.addAll(sureness());
    sentences.addAll(inCommon());
    return sentences;
  }

  private record Confusion(int truth, int answer, int count, int of) {}

  /// Which digits are taken for which.
  private List<String> confusions() {
    var matrix = figures.confusion();
    return IntStream.range(0, 100)
        .filter(cell -> cell / 10 != cell % 10)
        .mapToObj(
            cell ->
                new Confusion(
                    cell / 10,
                    cell % 10,
                    matrix.counts()[cell / 10][cell % 10],
                    matrix.pictures(cell / 10)))
        .filter(confusion -> confusion.count > 0)
        .sorted(Comparator.comparingInt(Confusion::count).reversed())
        .limit(MOST_CONFUSIONS)
        .map(
            confusion ->
                "%s %d is taken for %s %d: %d of %d."
                    .formatted(
                        article(confusion.truth, true),
                        confusion.truth,
                        article(confusion.answer, false),
                        confusion.answer,
                        confusion.count,
                        confusion.of))
        .toList();
  }

  /// Whether one can tell a wrong answer by how sure it is.
  private List<String> sureness() {
    List<Entry> right = digits(true);
    List<Entry> wrong = digits(false);
    if (right.isEmpty() || wrong.isEmpty()) {
      return List.of();
    }
    long verySure =
        wrong.stream().filter(entry -> figures.said(entry).confidence() >= VERY_SURE).count();
    String means =
        String.format(
            Locale.ROOT,
            "Right answers are %.0f %% sure on average, wrong ones %.0f %%.",
            100 * sure(right),
            100 * sure(wrong));
    return verySure == 0
        ? List.of(means)
        : List.of(
            means,
            "%d of the %d wrong answers %s at least 90 %% sure: it does not know that it errs."
                .formatted(verySure, wrong.size(), verySure == 1 ? "is" : "are"));
  }

  /// What the wrong ones are more often than the right ones.
  private List<String> inCommon() {
    List<Entry> right = digits(true);
    List<Entry> wrong = digits(false);
    var sentences = new ArrayList<String>();
    for (Trait trait : Trait.values()) {
      int wrongWith = count(wrong, trait);
      int rightWith = count(right, trait);
      if (wrongWith >= FEWEST_WRONG
          && new Fisher(wrongWith, wrong.size(), rightWith, right.size()).probability()
              < SIGNIFICANT) {
        sentences.add(
            "Of the wrong ones %d of %d are %s; of the right ones %d of %d."
                .formatted(wrongWith, wrong.size(), trait.words(), rightWith, right.size()));
      }
    }
    return sentences;
  }

  private List<Entry> digits(boolean right) {
    return figures.entries().stream()
        .filter(entry -> entry.truth().isPresent() && figures.isRight(entry) == right)
        .toList();
  }

  private double sure(List<Entry> some) {
    return some.stream()
        .mapToDouble(entry -> figures.said(entry).confidence())
        .average()
        .orElseThrow();
  }

  private int count(List<Entry> some, Trait trait) {
    return (int)
        some.stream()
            .filter(entry -> traits.getOrDefault(entry.id(), Set.of()).contains(trait))
            .count();
  }

  private static String article(int digit, boolean first) {
    String article = digit == 8 ? "an" : "a";
    return first
        ? article.substring(0, 1).toUpperCase(Locale.ROOT) + article.substring(1)
        : article;
  }
}
