package dev.inkling.model.evaluation;

import dev.inkling.model.data.LabelledPicture;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.Verdict;
import java.util.Optional;

/// What became of one labelled picture.
public sealed interface Outcome {
  LabelledPicture picture();

  /// Whether it shows a digit and is read as that digit, however sure.
  boolean isRight();

  /// Whether it is answered as a digit; if not, the person who drew it is told that it can't be
  /// read.
  boolean isAnswered();

  /// The classifier gave a prediction.
  ///
  /// @param seen what the network was given; kept only where the answer is not as it should be
  record Read(LabelledPicture picture, Prediction prediction, Optional<Glyph> seen)
      implements Outcome {
    @Override
    public boolean isRight() {
      return picture.digit().isPresent() && picture.digit().getAsInt() == prediction.digit();
    }

    @Override
    public boolean isAnswered() {
      return prediction.verdict() == Verdict.DIGIT;
    }

    /// Whether this is as it should be: the right digit and no doubt, or no digit and refused.
    public boolean isAsItShouldBe() {
      return picture.digit().isPresent() ? isRight() && isAnswered() : !isAnswered();
    }
  }

  /// The picture was refused before the network saw it: it is damaged, or has no ink.
  ///
  /// @param sentence what the person who sent it is told
  record Unread(LabelledPicture picture, String sentence) implements Outcome {
    @Override
    public boolean isRight() {
      return false;
    }

    @Override
    public boolean isAnswered() {
      return false;
    }
  }
}
