package dev.inkling.model.training;

import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.serving.ModelCard;
import java.util.List;
import java.util.Optional;

/// What came of learning from drawings: a new version beside the one that it was, and how both do.
///
/// @param card of the new version
/// @param drawings those held out; empty if there were too few
/// @param how drawings were held out, for people
/// @param general what both were asked beside them: MNIST's test set, and what Inkling brings along
public record Lesson(
    ModelCard card, Optional<Comparison> drawings, String how, List<Comparison> general) {
  /// A tenth of a point of MNIST: ten digits of the 10,000.
  private static final double MAY_FALL = 0.001;

  /// Of a smaller set that would be a digit or two, which may be chance.
  private static final int FEWEST_LOST = 5;

  public Lesson {
    general = List.copyOf(general);
  }

  private static boolean fell(Comparison comparison) {
    return comparison.gain() < -MAY_FALL
        && comparison.before().right() - comparison.after().right() >= FEWEST_LOST;
  }

  /// The same samples, read before and after.
  ///
  /// @param on which
  public record Comparison(String on, Accuracy before, Accuracy after) {
    /// How far it rose, as a share; below 0 it fell.
    public double gain() {
      return after.share() - before.share();
    }
  }

  /// Whether it reads other people's digits worse than before, by more than a tenth of a point.
  public boolean forgot() {
    return general.stream().anyMatch(Lesson::fell);
  }
}
