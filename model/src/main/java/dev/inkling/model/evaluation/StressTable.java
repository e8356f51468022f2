package dev.inkling.model.evaluation;

import dev.inkling.model.InklingException;
import dev.inkling.model.evaluation.StressDigits.Known;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How many digits models still read right after one thing has happened to them, more and more of
/// it.
///
/// @param models in the order of each row's accuracies
/// @param digits how many each figure is of, at most: not everything can happen to every digit
public record StressTable(List<ModelId> models, int digits, List<Row> rows) {
  public StressTable {
    models = List.copyOf(models);
    rows = List.copyOf(rows);
  }

  /// What so much of one disturbance costs.
  ///
  /// @param accuracies one a model
  public record Row(Stress stress, double strength, List<Accuracy> accuracies) {
    public Row {
      accuracies = List.copyOf(accuracies);
    }
  }

  /// Whoever watches a measurement, on the thread that asked for it.
  public interface Progress {

    /// After each row.
    void onRow();

    /// Asked before each row; when it says yes, the measurement stops.
    boolean isCancelled();
  }

  /// How many rows a table of these digits has.
  public static int rows(StressDigits digits) {
    return Arrays.stream(Stress.values())
        .filter(stress -> suiting(stress, digits).length > 0)
        .mapToInt(stress -> stress.strengths().size())
        .sum();
  }

  /// Shows the same disturbed pictures to all classifiers, on all processors.
  ///
  /// @throws EvaluationCancelled when `progress` asks to stop
  public static StressTable of(
      List<Classifier> classifiers, StressDigits digits, Progress progress) {
    var rows = new ArrayList<Row>();
    for (Stress stress : Stress.values()) {
      int[] suiting = suiting(stress, digits);
      if (suiting.length == 0) {
        continue;
      }
      for (double strength : stress.strengths()) {
        if (progress.isCancelled()) {
          throw new EvaluationCancelled();
        }
        int[] right = right(classifiers, stress, strength, digits, suiting);
        rows.add(
            new Row(
                stress,
                strength,
                Arrays.stream(right)
                    .mapToObj(each -> new Accuracy(each, suiting.length))
                    .toList()));
        progress.onRow();
      }
    }
    return new StressTable(
        classifiers.stream().map(classifier -> classifier.card().id()).toList(),
        digits.digits().size(),
        rows);
  }

  /// The rows of one disturbance, in the order of its strengths.
  public List<Row> rows(Stress stress) {
    return rows.stream().filter(row -> row.stress == stress).toList();
  }

  private static int[] suiting(Stress stress, StressDigits digits) {
    return IntStream.range(0, digits.digits().size())
        .filter(i -> stress.suits(digits.digits().get(i).clean()))
        .toArray();
  }

  private static int[] right(
      List<Classifier> classifiers,
      Stress stress,
      double strength,
      StressDigits digits,
      int[] suiting) {
    return Arrays.stream(suiting)
        .parallel()
        .mapToObj(
            i -> {
              Known known = digits.digits().get(i);
              // A digit meets its chance alike at every strength: from the same side, say.
              var random = new SplittableRandom(digits.seed() * 1_000_003 + i);
              Picture picture = stress.disturbed(known.clean(), strength, random);
              return classifiers.stream()
                  .mapToInt(classifier -> isRight(classifier, picture, known) ? 1 : 0)
                  .toArray();
            })
        .reduce(new int[classifiers.size()], StressTable::sum);
  }

  private static boolean isRight(Classifier classifier, Picture picture, Known known) {
    try {
      return classifier.explain(picture).prediction().digit() == known.digit();
    } catch (InklingException refused) {
      return false;
    }
  }

  private static int[] sum(int[] one, int[] other) {
    return IntStream.range(0, one.length).map(i -> one[i] + other[i]).toArray();
  }
}
