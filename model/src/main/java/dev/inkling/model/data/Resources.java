package dev.inkling.model.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/// The text files beside these classes.
final class Resources {
  private Resources() {}

  /// The lines that say something: none that is blank or begins with `#`.
  static List<String> lines(String resource) {
    try (InputStream text = Resources.class.getResourceAsStream(resource)) {
      if (text == null) {
        throw new IllegalStateException("There is no resource " + resource);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(Predicate.not(line -> line.isBlank() || line.startsWith("#")))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
