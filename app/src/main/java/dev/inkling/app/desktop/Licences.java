package dev.inkling.app.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// What ships with Inkling and under which licence, from `licences.txt`. Kept by hand, for the poms
/// of many libraries name none or one of several; a test holds it against what really ships.
final class Licences {
  private Licences() {}

  /// A family of libraries.
  ///
  /// @param jars what their files' names begin with
  record Shipped(String name, String licence, List<String> jars) {
    boolean has(String jar) {
      return jars.stream().anyMatch(jar::startsWith);
    }
  }

  static List<Shipped> read() {
    try (InputStream text =
        Objects.requireNonNull(Licences.class.getResourceAsStream("licences.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(Predicate.not(line -> line.isBlank() || line.startsWith("#")))
          .map(Licences::parse)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Shipped parse(String line) {
    List<String> parts = Arrays.stream(line.split("\\|", 3)).map(String::strip).toList();
    return new Shipped(parts.get(0), parts.get(1), List.of(parts.get(2).split(" ", -1)));
  }
}
