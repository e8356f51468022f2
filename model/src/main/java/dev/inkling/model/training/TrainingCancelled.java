package dev.inkling.model.training;

/// Training was told to stop; nothing was kept.
public final class TrainingCancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TrainingCancelled() {
    super("Training was stopped");
  }
}
