package dev.inkling.model;

/// Training or test data that is missing, damaged or could not be fetched. The message names the
/// file.
public final class DataUnusable extends InklingException {
  private static final long serialVersionUID = 1L;

  public DataUnusable(String message) {
    super(message);
  }

  public DataUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
