package dev.inkling.app.settings;

import java.util.Locale;
import java.util.Optional;

/// Something that can be chosen in the configuration file, the environment or by a flag.
///
/// @param key in the file
/// @param flag on the command line
/// @param fallback the value where nobody chose one
/// @param fallbackWords how that is told
/// @param description one sentence for people, without its full stop
/// @param secret whether its value is never printed
public record Setting<T>(
    String key,
    String flag,
    Kind<T> kind,
    String fallback,
    String fallbackWords,
    String description,
    boolean secret) {
  static <T> Setting<T> of(
      String key, String flag, Kind<T> kind, String fallback, String description) {
    return new Setting<>(key, flag, kind, fallback, fallback, description, false);
  }

  Setting<T> fallbackTold(String words) {
    return new Setting<>(key, flag, kind, fallback, words, description, secret);
  }

  Setting<T> asSecret() {
    return new Setting<>(key, flag, kind, fallback, fallbackWords, description, true);
  }

  /// Its name in the environment, such as `INKLING_SERVER_PORT`.
  public String variable() {
    return "INKLING_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /// What stands for its value in the help.
  public String label() {
    return kind.label();
  }

  /// What its values are.
  public String type() {
    return kind.words();
  }

  /// The value that this text means, if it means one.
  public Optional<T> parse(String text) {
    return kind.read().apply(text);
  }

  /// @param name by which the person who wrote the value calls it
  T read(String text, String name) {
    return parse(text)
        .orElseThrow(
            () ->
                new SettingUnfit(
                    "%s is %s, not %s."
                        .formatted(
                            name, kind.words(), secret ? "what it is now" : "'" + text + "'")));
  }
}
