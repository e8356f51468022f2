package dev.inkling.model.training;

/// Whoever watches a training run, on the thread that trains.
public interface TrainingProgress {

  /// After each step.
  ///
  /// @param epoch from 1
  /// @param step within the epoch, from 1
  /// @param loss of this step's batch
  void onStep(int epoch, int step, int steps, double loss);

  /// After each epoch.
  void onEpoch(EpochFigures figures);

  /// Asked before each step; when it says yes, training stops at once.
  boolean isCancelled();
}
