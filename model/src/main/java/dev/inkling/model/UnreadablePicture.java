package dev.inkling.model;

/// Bytes that give no picture, and why.
public final class UnreadablePicture extends InklingException {
  private static final long serialVersionUID = 1L;

  /// Why the bytes give no picture.
  public enum Reason {
    /// There are no bytes.
    EMPTY,
    /// The bytes are of no format that Inkling reads, or of a kind of it that it does not.
    UNKNOWN_FORMAT,
    /// The format is known, but the file is cut short or broken.
    DAMAGED,
    /// Decoding it would take more memory or time than a drawing deserves.
    TOO_LARGE
  }

  private final Reason reason;

  public UnreadablePicture(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public UnreadablePicture(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
