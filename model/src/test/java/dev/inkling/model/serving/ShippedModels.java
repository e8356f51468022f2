package dev.inkling.model.serving;

import java.nio.file.Path;

/// The models that Inkling ships, as the tests of all modules find them.
public final class ShippedModels {
  /// Set for every test by the parent pom.
  public static final Path FOLDER = Path.of(System.getProperty("inkling.models", "saved"));

  private ShippedModels() {}

  public static ModelStore store() {
    return ModelStore.open(FOLDER);
  }
}
