package dev.inkling.model.evaluation;

import dev.inkling.model.InklingException;
import dev.inkling.model.UnreadablePicture;
import dev.inkling.model.UnreadablePicture.Reason;
import dev.inkling.model.data.LabelledPicture;
import dev.inkling.model.data.LabelledPicture.PictureFile;
import dev.inkling.model.data.LabelledPicture.StoredPicture;
import dev.inkling.model.data.LabelledPictures;
import dev.inkling.model.data.Samples;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// Measures a classifier on samples whose digits are known, through the very code that serves.
public final class Evaluation {
  /// Java compiles what it runs often: the first pictures would take ten times as long.
  private static final int WARM_UP = 30;

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

  /// Asks the classifier for every picture, as if each had been uploaded. One after the other: the
  /// times taken are part of the answer.
  ///
  /// @throws EvaluationCancelled when `progress` asks to stop
  public static Scorecard of(
      Classifier classifier, LabelledPictures labelled, EvaluationProgress progress) {
    labelled.pictures().stream()
        .limit(WARM_UP)
        .takeWhile(picture -> !progress.isCancelled())
        .forEach(picture -> outcome(classifier, picture));
    var outcomes = new ArrayList<Outcome>();
    for (LabelledPicture picture : labelled.pictures()) {
      if (progress.isCancelled()) {
        throw new EvaluationCancelled();
      }
      outcomes.add(outcome(classifier, picture));
      progress.onPicture();
    }
    return new Scorecard(classifier.card(), outcomes);
  }

  private static Outcome outcome(Classifier classifier, LabelledPicture picture) {
    try {
      Explanation explanation =
          switch (picture.source()) {
            case PictureFile file -> classifier.explain(bytes(file.path()));
            case StoredPicture stored -> classifier.explain(stored.picture());
          };
      var read =
          new Outcome.Read(picture, explanation.prediction(), Optional.of(explanation.seen()));
      return read.isAsItShouldBe()
          ? new Outcome.Read(picture, explanation.prediction(), Optional.empty())
          : read;
    } catch (InklingException refusal) {
      return new Outcome.Unread(picture, refusal.sentence());
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new UnreadablePicture(Reason.EMPTY, "There is no such file.", missing);
    } catch (IOException unreadable) {
      throw new UnreadablePicture(Reason.EMPTY, "This file can't be read.", unreadable);
    }
  }
}
