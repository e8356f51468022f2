package dev.inkling.app.document;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person for a file.
public interface FileDialogs {
  /// Which picture to open; empty if none after all.
  Optional<Path> open();

  /// Where to save a picture; empty if nowhere after all.
  Optional<Path> save();

  /// Which zip, labelled picture or exported experiments to import; empty if none after all.
  Optional<Path> openExperiments();

  /// Where to export experiments to, a zip; empty if nowhere after all.
  Optional<Path> saveExperiments();

  /// Where to write a report, an HTML file; empty if nowhere after all.
  Optional<Path> saveReport();
}
