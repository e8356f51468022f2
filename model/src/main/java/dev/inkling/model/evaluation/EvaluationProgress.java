package dev.inkling.model.evaluation;

/// Whoever watches an evaluation, on the thread that evaluates.
public interface EvaluationProgress {

  /// After each picture.
  void onPicture();

  /// Asked before each picture; when it says yes, the evaluation stops at once.
  boolean isCancelled();

  /// Nobody watches.
  static EvaluationProgress unwatched() {
    return new EvaluationProgress() {
      @Override
      public void onPicture() {}

      @Override
      public boolean isCancelled() {
        return false;
      }
    };
  }
}
