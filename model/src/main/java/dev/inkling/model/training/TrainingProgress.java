package dev.inkling.model.training;

/// Whoever watches a training run, on the thread that trains.
public interface TrainingProgress {

  /// While data is made ready, before the first epoch.
  ///
  /// @param what is made ready, for people
  /// @param done of `all`
  default void onPreparing(String what, int done, int all) {}

  /// Before the first epoch of a run, or of each part of it.
  ///
  /// @param name of the part, for people
  default void onPart(String name, int epochs) {}

  /// Once, when a run that was stopped goes on.
  ///
  /// @param epochs done already
  default void onResume(int epochs) {}

  /// After each step.
  ///
  /// @param epoch from 1
  /// @param step within the epoch, from 1
  /// @param loss mean of this epoch so far
  /// @param accuracy share of this epoch's digits so far that were read right, 0 to 1
  void onStep(int epoch, int step, int steps, double loss, double accuracy);

  /// After each epoch.
  void onEpoch(EpochFigures figures);

  /// Asked before each step; when it says yes, training stops at once.
  boolean isCancelled();
}
