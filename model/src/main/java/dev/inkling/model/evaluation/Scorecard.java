package dev.inkling.model.evaluation;

import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How one model did on one set of labelled pictures.
///
/// @param card of the model
/// @param outcomes one a picture, in the pictures' order
public record Scorecard(ModelCard card, List<Outcome> outcomes) {
  public Scorecard {
    outcomes = List.copyOf(outcomes);
  }

  /// How many digits were read right, however sure the model was; a picture that was refused
  /// before the network saw it counts as not read. Empty when no picture shows a digit.
  public Optional<Accuracy> accuracy() {
    return share(digits(), Outcome::isRight);
  }

  /// How many of the digits that were answered as digits were read right: what a person meets who
  /// draws again when told that it can't be read.
  public Optional<Accuracy> accuracyOfAnswered() {
    return share(digits().filter(Outcome::isAnswered), Outcome::isRight);
  }

  /// How many digits were refused: unsure, taken for no digit, or not readable at all. Fewer is
  /// better.
  public Optional<Accuracy> digitsRefused() {
    return share(digits(), outcome -> !outcome.isAnswered());
  }

  /// How many of those that show no digit were refused. More is better.
  public Optional<Accuracy> othersRefused() {
    return share(others(), outcome -> !outcome.isAnswered());
  }

  /// How many pictures got that verdict.
  ///
  /// @param ofDigits of the pictures that show a digit, or of the others
  public int count(Verdict verdict, boolean ofDigits) {
    return (int)
        (ofDigits ? digits() : others())
            .filter(
                outcome ->
                    outcome instanceof Outcome.Read read && read.prediction().verdict() == verdict)
            .count();
  }

  /// What was read as what.
  public ConfusionMatrix confusion() {
    return ConfusionMatrix.of(outcomes);
  }

  /// Whether the confidence in the digits means what it says.
  public Calibration calibration() {
    return Calibration.of(confidences(), rights());
  }

  /// What being more choosy would win.
  public RiskCoverage riskCoverage() {
    return RiskCoverage.of(confidences(), rights(), (int) digits().count());
  }

  /// How long each stage took.
  public List<StageTime> stages() {
    return StageTime.of(read().map(read -> read.prediction().timings()).toList());
  }

  /// The pictures that were refused before the network saw them.
  public List<Outcome.Unread> unread() {
    return outcomes.stream()
        .<Outcome.Unread>mapMulti(
            (outcome, sink) -> {
              if (outcome instanceof Outcome.Unread unread) {
                sink.accept(unread);
              }
            })
        .toList();
  }

  /// How far this model and another one, asked for the same pictures, differ.
  public McNemar against(Scorecard other) {
    int onlyThis = 0;
    int onlyOther = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      boolean here = outcomes.get(i).isRight();
      boolean there = other.outcomes.get(i).isRight();
      onlyThis += here && !there ? 1 : 0;
      onlyOther += there && !here ? 1 : 0;
    }
    return new McNemar(onlyThis, onlyOther);
  }

  /// What the network answered, for whatever reason it was asked.
  Stream<Outcome.Read> read() {
    return outcomes.stream()
        .mapMulti(
            (outcome, sink) -> {
              if (outcome instanceof Outcome.Read read) {
                sink.accept(read);
              }
            });
  }

  private double[] confidences() {
    return readDigits().stream().mapToDouble(read -> read.prediction().confidence()).toArray();
  }

  private boolean[] rights() {
    List<Outcome.Read> digits = readDigits();
    var rights = new boolean[digits.size()];
    for (int i = 0; i < rights.length; i++) {
      rights[i] = digits.get(i).isRight();
    }
    return rights;
  }

  private List<Outcome.Read> readDigits() {
    return read().filter(read -> read.picture().digit().isPresent()).toList();
  }

  private Stream<Outcome> digits() {
    return outcomes.stream().filter(outcome -> outcome.picture().digit().isPresent());
  }

  private Stream<Outcome> others() {
    return outcomes.stream().filter(outcome -> outcome.picture().digit().isEmpty());
  }

  private static Optional<Accuracy> share(Stream<Outcome> outcomes, Predicate<Outcome> counted) {
    List<Outcome> all = outcomes.toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Accuracy((int) all.stream().filter(counted).count(), all.size()));
  }
}
