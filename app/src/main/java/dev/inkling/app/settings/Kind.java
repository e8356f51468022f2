package dev.inkling.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What values a setting can have.
///
/// @param words as in "server.port is …, not 'many'"
/// @param label for the value in the help of a flag
/// @param read from text; empty if it is none of the values
record Kind<T>(String words, String label, Function<String, Optional<T>> read) {
  static Kind<String> text(String words, String label) {
    return new Kind<>(words, label, text -> Optional.of(text).filter(some -> !some.isBlank()));
  }

  static Kind<Integer> number(int least, int most) {
    return new Kind<>(
        "a whole number from %d to %d".formatted(least, most),
        "N",
        text -> number(text).filter(number -> number >= least && number <= most));
  }

  static Kind<Boolean> yesOrNo() {
    return new Kind<>(
        "true or false",
        "true|false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  static <E extends Enum<E>> Kind<E> oneOf(Class<E> words) {
    List<E> all = List.of(words.getEnumConstants());
    return new Kind<>(
        "one of " + all.stream().map(Kind::lower).collect(Collectors.joining(", ")),
        all.stream().map(Kind::lower).collect(Collectors.joining("|")),
        text -> all.stream().filter(word -> lower(word).equals(text)).findFirst());
  }

  static Kind<Path> path(String words, String label) {
    return new Kind<>(words, label, Kind::path);
  }

  /// None if it is empty.
  static Kind<Optional<Path>> pathOrNone(String words, String label) {
    return new Kind<>(
        words,
        label,
        text ->
            text.isBlank()
                ? Optional.of(Optional.empty())
                : path(text).flatMap(path -> Optional.of(Optional.of(path))));
  }

  /// Set apart by commas; a list in the file.
  static Kind<List<String>> list(String words, String label) {
    return new Kind<>(
        words,
        label,
        text ->
            Optional.of(
                Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList()));
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text.strip()));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException none) {
      return Optional.empty();
    }
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
