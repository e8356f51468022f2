package dev.inkling.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// The program's own name tag.
public final class Inkling {
  private static final String VERSION = read();

  private Inkling() {}

  /// Such as `0.1.0`; the parent pom's.
  public static String version() {
    return VERSION;
  }

  private static String read() {
    var properties = new Properties();
    try (InputStream stream =
        Objects.requireNonNull(Inkling.class.getResourceAsStream("inkling.properties"))) {
      properties.load(stream);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return properties.getProperty("version", "");
  }
}
