package dev.inkling.app.experiments;

import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.evaluation.ConfusionMatrix;
import dev.inkling.model.evaluation.McNemar;
import dev.inkling.model.serving.ModelId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// How well one model did in some experiments: those that it was asked about.
public record Figures(ModelId model, List<Entry> entries) {
  /// Of all these, those count that the model has said something about.
  public Figures {
    entries = entries.stream().filter(entry -> entry.by(model).isPresent()).toList();
  }

  /// How many digits were read right; empty if there was none.
  public Optional<Accuracy> accuracy() {
    return share(digits());
  }

  /// How many of those that are no digit were not answered as one; empty if there was none.
  public Optional<Accuracy> othersRefused() {
    return share(entries.stream().filter(entry -> entry.truth().isEmpty()));
  }

  /// How many of each digit were read right; only digits that there are.
  public SortedMap<Integer, Accuracy> byDigit() {
    return by(digits(), entry -> entry.truth().orElseThrow());
  }

  /// How many of each person's digits were read right; a person without name is `""`.
  public SortedMap<String, Accuracy> byPerson() {
    return by(digits(), Entry::person);
  }

  /// How many digits of each day were read right.
  ///
  /// @param zone whose days
  public SortedMap<LocalDate, Accuracy> byDay(ZoneId zone) {
    return by(digits(), entry -> LocalDate.ofInstant(entry.at(), zone));
  }

  /// What was read as what.
  public ConfusionMatrix confusion() {
    var counts = new int[ConfusionMatrix.NO_DIGIT + 1][ConfusionMatrix.NO_ANSWER + 1];
    for (Entry entry : entries) {
      counts[entry.truth().orElse(ConfusionMatrix.NO_DIGIT)][said(entry).digit()]++;
    }
    return new ConfusionMatrix(counts);
  }

  /// Where this model and another one differ, among the experiments that both were asked about:
  /// whether one is right and the other is not.
  public McNemar against(ModelId other) {
    int onlyThis = 0;
    int onlyOther = 0;
    for (Entry entry : entries) {
      Optional<Reading> there = entry.by(other);
      if (there.isPresent()) {
        boolean here = isRight(entry);
        boolean right = there.get().isRight(entry.truth());
        onlyThis += here && !right ? 1 : 0;
        onlyOther += right && !here ? 1 : 0;
      }
    }
    return new McNemar(onlyThis, onlyOther);
  }

  /// Whether the model read it right.
  public boolean isRight(Entry entry) {
    return said(entry).isRight(entry.truth());
  }

  /// What the model said of one of the entries.
  public Reading said(Entry entry) {
    return entry.by(model).orElseThrow();
  }

  private Stream<Entry> digits() {
    return entries.stream().filter(entry -> entry.truth().isPresent());
  }

  private <K extends Comparable<? super K>> SortedMap<K, Accuracy> by(
      Stream<Entry> chosen, Function<Entry, K> key) {
    Map<K, int[]> counts = new TreeMap<>();
    chosen.forEach(
        entry -> {
          int[] rightOf = counts.computeIfAbsent(key.apply(entry), any -> new int[2]);
          rightOf[0] += isRight(entry) ? 1 : 0;
          rightOf[1]++;
        });
    var shares = new TreeMap<K, Accuracy>();
    counts.forEach((name, rightOf) -> shares.put(name, new Accuracy(rightOf[0], rightOf[1])));
    return shares;
  }

  private Optional<Accuracy> share(Stream<Entry> chosen) {
    List<Entry> all = chosen.toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Accuracy((int) all.stream().filter(this::isRight).count(), all.size()));
  }
}
