package dev.inkling.model.evaluation;

import dev.inkling.model.InklingException;
import dev.inkling.model.data.Samples;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// How many numbers models read wholly right, by how their digits stand beside each other.
///
/// @param models in the order of each row's accuracies
public record NumberTable(List<ModelId> models, List<Row> rows) {
  public NumberTable {
    models = List.copyOf(models);
    rows = List.copyOf(rows);
  }

  /// What one setting gave.
  ///
  /// @param accuracies one a model
  public record Row(NumberSetting setting, List<Accuracy> accuracies) {
    public Row {
      accuracies = List.copyOf(accuracies);
    }
  }

  /// Shows the same numbers to all classifiers, on all processors.
  ///
  /// @param count of numbers in each setting
  /// @param cancelled is asked before each number
  /// @throws EvaluationCancelled when it says yes
  public static NumberTable of(
      List<Classifier> classifiers,
      Samples samples,
      int count,
      long seed,
      BooleanSupplier cancelled) {
    var rows = new ArrayList<Row>();
    for (NumberSetting setting : NumberSetting.values()) {
      var right = new int[classifiers.size()];
      IntStream.range(0, count)
          .parallel()
          .mapToObj(
              i -> {
                if (cancelled.getAsBoolean()) {
                  throw new EvaluationCancelled();
                }
                var random = new SplittableRandom(seed * 1_000_003 + i);
                return areRight(classifiers, new NumberSheets(samples).write(setting, random));
              })
          .forEachOrdered(
              each -> {
                for (int i = 0; i < right.length; i++) {
                  right[i] += each[i] ? 1 : 0;
                }
              });
      rows.add(
          new Row(setting, IntStream.of(right).mapToObj(sum -> new Accuracy(sum, count)).toList()));
    }
    return new NumberTable(
        classifiers.stream().map(classifier -> classifier.card().id()).toList(), rows);
  }

  private static boolean[] areRight(List<Classifier> classifiers, NumberSheet sheet) {
    var right = new boolean[classifiers.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = text(classifiers.get(i), sheet).equals(sheet.number());
    }
    return right;
  }

  private static String text(Classifier classifier, NumberSheet sheet) {
    try {
      return classifier.readNumber(sheet.picture(), List.of()).number().text();
    } catch (InklingException refused) {
      return "";
    }
  }
}
