package dev.inkling.model.evaluation;

/// An evaluation was told to stop; there are no figures.
public final class EvaluationCancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EvaluationCancelled() {
    super("The evaluation was stopped");
  }
}
