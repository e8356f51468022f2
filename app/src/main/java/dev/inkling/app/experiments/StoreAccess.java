package dev.inkling.app.experiments;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// The file of experiments, opened when somebody first asks for it: the window's start does not
/// wait for a disk.
public final class StoreAccess implements AutoCloseable {
  private final Path file;
  private final Clock clock;
  private Optional<ExperimentStore> store = Optional.empty();

  public StoreAccess(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  public Path file() {
    return file;
  }

  /// The store; not on the screen's thread.
  ///
  /// @throws dev.inkling.model.DataUnusable if it can't be opened; the next call tries again
  public synchronized ExperimentStore get() {
    ExperimentStore opened = store.orElseGet(() -> ExperimentStore.open(file, clock));
    store = Optional.of(opened);
    return opened;
  }

  @Override
  public synchronized void close() {
    store.ifPresent(ExperimentStore::close);
  }
}
