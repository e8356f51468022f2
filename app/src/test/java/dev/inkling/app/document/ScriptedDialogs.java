package dev.inkling.app.document;

import java.nio.file.Path;
import java.util.Optional;

/// A person who always chooses the same file, or none.
public final class ScriptedDialogs implements FileDialogs {
  private Optional<Path> answer = Optional.empty();

  /// Chooses this one from now on.
  public void choose(Path file) {
    answer = Optional.of(file);
  }

  @Override
  public Optional<Path> open() {
    return answer;
  }

  @Override
  public Optional<Path> save() {
    return answer;
  }

  @Override
  public Optional<Path> openExperiments() {
    return answer;
  }

  @Override
  public Optional<Path> saveExperiments() {
    return answer;
  }

  @Override
  public Optional<Path> saveReport() {
    return answer;
  }
}
