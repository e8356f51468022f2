package dev.inkling.app.settings;

/// A setting that is unknown or has a value that can't be. The message is one sentence for the
/// person who wrote it.
public final class SettingUnfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingUnfit(String sentence) {
    super(sentence);
  }

  SettingUnfit(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /// The sentence for the person who wrote it.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
