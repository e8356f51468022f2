package dev.inkling.model.training;

import dev.inkling.model.data.DataHome;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelStore;

/// From data to a model in a store: trains, exports, measures on the test set once, and writes
/// down how to do it again.
public sealed interface Recipe permits SeedRecipe, RobustRecipe {

  /// Trains and adds the next version to `store`.
  ///
  /// @return the new model's card
  /// @throws TrainingCancelled when `progress` asks to stop
  ModelCard cook(DataHome home, ModelStore store, TrainingProgress progress);

  /// Whether a run that was stopped goes on when it is started again.
  boolean resumes();
}
