package dev.inkling.model.evaluation;

import dev.inkling.model.data.Samples;
import dev.inkling.model.serving.Classifier;

/// Measures a classifier on samples whose digits are known, through the very code that serves.
public final class Evaluation {
  private Evaluation() {}

  /// How many of the samples the classifier reads right.
  public static Accuracy accuracy(Classifier classifier, Samples samples) {
    int right = 0;
    for (int i = 0; i < samples.size(); i++) {
      var sample = samples.get(i);
      right += classifier.classify(sample.glyph()).digit() == sample.digit() ? 1 : 0;
    }
    return new Accuracy(right, samples.size());
  }
}
