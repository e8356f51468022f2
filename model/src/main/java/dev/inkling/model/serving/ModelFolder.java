package dev.inkling.model.serving;

import dev.inkling.model.ModelUnusable;
import dev.inkling.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One version of a model on disk, `NAME/VERSION/`: TensorFlow Serving's layout with a model card.
record ModelFolder(Path path) {
  static final String CARD = "model-card.json";
  static final String GRAPH = "saved_model.pb";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  boolean hasCard() {
    return Files.isRegularFile(path.resolve(CARD));
  }

  /// @throws ModelUnusable naming the file, if it is missing or no card
  ModelCard card() {
    Path file = path.resolve(CARD);
    try {
      return JSON.readValue(Files.readAllBytes(file), ModelCard.class);
    } catch (IOException | JacksonException | IllegalArgumentException broken) {
      throw new ModelUnusable(
          "The model card %s can't be read: %s".formatted(file, firstLine(broken)), broken);
    }
  }

  void write(ModelCard card) throws IOException {
    Files.write(path.resolve(CARD), JSON.writeValueAsBytes(card));
  }

  /// Reads every file that the card names and compares its hash: TensorFlow itself would serve
  /// flipped weights without a word.
  ///
  /// @throws ModelUnusable naming the first file that is missing or not as it was written
  void verify(ModelCard card) {
    if (!card.files().containsKey(GRAPH)) {
      throw new ModelUnusable(
          "The model card %s names no %s.".formatted(path.resolve(CARD), GRAPH));
    }
    card.files()
        .forEach(
            (name, sha256) -> {
              Path file = path.resolve(name);
              if (!Files.isRegularFile(file)) {
                throw new ModelUnusable("The model file " + file + " is missing.");
              }
              if (!sha256.equals(hash(file))) {
                throw new ModelUnusable(
                    "The model file %s is damaged: its SHA-256 is not the model card's."
                        .formatted(file));
              }
            });
  }

  /// The SHA-256 of every file but the card, by path within the folder.
  Map<String, String> hashes() throws IOException {
    var hashes = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(path)) {
      files
          .filter(file -> Files.isRegularFile(file) && !file.endsWith(CARD))
          .forEach(
              file -> hashes.put(path.relativize(file).toString().replace('\\', '/'), hash(file)));
    }
    return hashes;
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException broken) {
      throw new ModelUnusable(
          "The model file %s can't be read: %s".formatted(file, firstLine(broken)), broken);
    }
  }

  private static String firstLine(Exception exception) {
    return String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
  }
}
