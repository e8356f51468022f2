package dev.inkling.app.texts;

/// Something to tell a person, before it is clear in which language: view models keep sentences, so
/// that what they have told is told anew when another language is chosen.
@FunctionalInterface
public interface Sentence {
  /// Nothing to tell.
  Sentence NONE = texts -> "";

  /// The words for it.
  String in(Texts texts);

  /// The text by that key.
  static Sentence of(String key, Object... arguments) {
    return texts -> texts.get(key, arguments);
  }

  /// Words that come from elsewhere and are said as they are.
  static Sentence verbatim(String words) {
    return texts -> words;
  }
}
