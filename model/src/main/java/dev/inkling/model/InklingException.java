package dev.inkling.model;

/// What the model can refuse. The message is one sentence for the person who asked: it names what
/// is wrong and what to do. The api maps each kind to one HTTP status, the app to one line.
public abstract sealed class InklingException extends RuntimeException
    permits UnreadablePicture, NoInk, TooManyDigits, ModelUnusable, DataUnusable {
  private static final long serialVersionUID = 1L;

  InklingException(String message) {
    super(message);
  }

  InklingException(String message, Throwable cause) {
    super(message, cause);
  }

  /// The sentence for the person who asked; never null, unlike [Throwable#getMessage()].
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
