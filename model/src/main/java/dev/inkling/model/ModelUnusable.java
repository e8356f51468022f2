package dev.inkling.model;

/// A SavedModel that is missing, damaged or not of Inkling's shape. The message names the file.
public final class ModelUnusable extends InklingException {
  private static final long serialVersionUID = 1L;

  public ModelUnusable(String message) {
    super(message);
  }

  public ModelUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
