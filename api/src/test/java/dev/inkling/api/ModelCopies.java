package dev.inkling.api;

import dev.inkling.model.serving.ShippedModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders of models that tests may change: copies of the shipped ones.
final class ModelCopies {
  private static final String CARD = "model-card.json";

  private ModelCopies() {}

  static void copyAll(Path target) {
    copy(ShippedModels.FOLDER, target);
  }

  /// Only the small model, for it loads fast.
  static void copySeed(Path target) {
    copy(seed(), target.resolve("seed/1"));
  }

  /// Adds the small model again as that version, under a temporary name as whoever is careful does.
  static void addSeed(Path target, int version) {
    Path draft = target.resolve("seed/.draft");
    copy(seed(), draft);
    try {
      Path card = draft.resolve(CARD);
      Files.writeString(card, cardOf(version));
      Files.move(
          draft,
          target.resolve("seed").resolve(String.valueOf(version)),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The small model's card, as that version's.
  static String cardOf(int version) throws IOException {
    return Files.readString(seed().resolve(CARD))
        .replaceFirst("\"version\" : \\d+", "\"version\" : " + version);
  }

  static Path seed() {
    return ShippedModels.FOLDER.resolve("seed/1");
  }

  static void delete(Path folder) {
    for (Path file : walk(folder).sorted(Comparator.reverseOrder()).toList()) {
      try {
        Files.delete(file);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  private static void copy(Path source, Path target) {
    List<Path> files = walk(source).toList();
    for (Path file : files) {
      Path copy = target.resolve(source.relativize(file).toString());
      try {
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
