package dev.inkling.app.experiments.exchange;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Files that belong together: a folder, or a zip of one. Inside a zip they are read and written by
/// Java's own file system for it, so that no path in it ever becomes one on the disk.
final class Archive {

  /// Something to do with what lies there.
  @FunctionalInterface
  interface Work<T> {
    T with(Path root) throws IOException;
  }

  private Archive() {}

  static boolean isZip(Path place) {
    return place.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /// Reads what is there. A zip of a folder counts as that folder, if there is a list of
  /// pictures in it: its paths begin there.
  static <T> T read(Path place, Work<T> work) throws IOException {
    if (!isZip(place)) {
      return work.with(place);
    }
    try (FileSystem zip = FileSystems.newFileSystem(place)) {
      return work.with(onlyFolder(zip.getPath("/")));
    }
  }

  /// Writes under a temporary name beside the place, and moves that there when it is whole.
  ///
  /// @param place a zip, or a folder that is empty or not there
  static <T> T write(Path place, Work<T> work) throws IOException {
    Path draft =
        place
            .toAbsolutePath()
            .resolveSibling(".%s.%d".formatted(place.getFileName(), ProcessHandle.current().pid()));
    delete(draft);
    try {
      T result = isZip(place) ? zipped(draft, work) : work.with(Files.createDirectory(draft));
      Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
      return result;
    } finally {
      delete(draft);
    }
  }

  private static <T> T zipped(Path draft, Work<T> work) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(draft, Map.of("create", "true"))) {
      return work.with(zip.getPath("/"));
    }
  }

  private static Path onlyFolder(Path root) throws IOException {
    try (Stream<Path> inside = Files.list(root)) {
      List<Path> first = inside.limit(2).toList();
      boolean listed =
          first.size() == 1
              && Stream.of(Export.JSON, Export.LABELS)
                  .anyMatch(name -> Files.exists(first.getFirst().resolve(name)));
      return listed ? first.getFirst() : root;
    }
  }

  private static void delete(Path draft) throws IOException {
    if (Files.isDirectory(draft)) {
      try (Stream<Path> inside = Files.walk(draft)) {
        // What lies deepest comes last, and has to go first.
        for (Path path : inside.toList().reversed()) {
          Files.delete(path);
        }
      }
    }
    Files.deleteIfExists(draft);
  }
}
