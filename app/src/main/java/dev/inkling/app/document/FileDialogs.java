package dev.inkling.app.document;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person for a file.
public interface FileDialogs {
  /// Which picture to open; empty if none after all.
  Optional<Path> open();

  /// Where to save a picture; empty if nowhere after all.
  Optional<Path> save();
}
