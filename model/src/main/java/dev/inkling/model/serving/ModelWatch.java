package dev.inkling.model.serving;

import dev.inkling.model.ModelUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Tells when the models in a folder have changed and come to rest.
///
/// What has changed is always found by looking: names, sizes and times of the models' files, some
/// dozens. The operating system's events only make the look come sooner, because network drives and
/// containers' mounts deliver none, macOS has none, and a subfolder's are another folder's.
public final class ModelWatch implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ModelWatch.class.getName());

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  /// Whoever copies a model makes no longer pauses.
  private static final Duration REST = Duration.ofMillis(400);

  /// A model's own folders, `variables/` and `assets/`, have no folders.
  private static final int DEPTH = 2;

  private record State(long size, long modified) {}

  private final ModelStore store;
  private final Runnable changed;
  private final Optional<WatchService> events;
  private final CountDownLatch closed = new CountDownLatch(1);

  private ModelWatch(ModelStore store, Runnable changed) {
    this.store = store;
    this.changed = changed;
    this.events = events(store.folders());
  }

  static ModelWatch start(ModelStore store, Runnable changed) {
    var watch = new ModelWatch(store, changed);
    Thread.ofPlatform().name("inkling-model-watch").daemon().start(watch::run);
    return watch;
  }

  private void run() {
    try {
      Map<Path, State> told = look();
      Map<Path, State> last = told;
      // What came between loading and this first look is not missed either.
      changed.run();
      while (closed.getCount() > 0) {
        Map<Path, State> now = look();
        if (now.equals(told)) {
          waitForChange();
        } else if (now.equals(last)) {
          told = now;
          changed.run();
        } else if (closed.await(REST.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        last = now;
      }
    } catch (InterruptedException | ClosedWatchServiceException end) {
      // It is closed.
    }
  }

  private void waitForChange() throws InterruptedException {
    if (events.isEmpty()) {
      closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
      return;
    }
    WatchKey key = events.get().poll(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null) {
      key.pollEvents();
      key.reset();
      key = events.get().poll();
    }
  }

  /// A folder that can't be read looks empty: a change like any other.
  private Map<Path, State> look() {
    var states = new TreeMap<Path, State>();
    try {
      for (Path version : store.versionFolders()) {
        Path model = version.getParent();
        if (model != null) {
          events.ifPresent(service -> listen(model, service));
        }
        events.ifPresent(service -> listen(version, service));
        try (Stream<Path> files = Files.walk(version, DEPTH)) {
          for (Path file : files.toList()) {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            states.put(
                file, new State(attributes.size(), attributes.lastModifiedTime().toMillis()));
          }
        }
      }
    } catch (IOException | UncheckedIOException | ModelUnusable goneMeanwhile) {
      states.clear();
    }
    return states;
  }

  private static Optional<WatchService> events(List<Path> folders) {
    try {
      WatchService service = folders.getFirst().getFileSystem().newWatchService();
      folders.forEach(folder -> listen(folder, service));
      return Optional.of(service);
    } catch (IOException | UnsupportedOperationException none) {
      return Optional.empty();
    }
  }

  /// There may be too many listeners in the system, or the folder may be gone: then there are only
  /// looks.
  private static void listen(Path directory, WatchService service) {
    try {
      directory.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException withoutEvents) {
      LOG.log(Level.DEBUG, "No events of {0}: {1}", directory, withoutEvents);
    }
  }

  /// Ends it: a call back that is under way is the last.
  @Override
  public void close() {
    closed.countDown();
    try {
      if (events.isPresent()) {
        events.get().close();
      }
    } catch (IOException stillOpen) {
      LOG.log(Level.DEBUG, "The watch service could not be closed: {0}", stillOpen);
    }
  }
}
