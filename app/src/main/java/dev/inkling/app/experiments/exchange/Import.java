package dev.inkling.app.experiments.exchange;

import dev.inkling.app.experiments.Experiment;
import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.Reading;
import dev.inkling.model.DataUnusable;
import dev.inkling.model.InklingException;
import dev.inkling.model.data.LabelledPicture;
import dev.inkling.model.data.LabelledPicture.PictureFile;
import dev.inkling.model.data.LabelledPicture.StoredPicture;
import dev.inkling.model.data.LabelledPictures;
import dev.inkling.model.ink.Picture;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.ink.PicturePng;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/// Experiments from files: what [Export] has written, with all that was known of them; or pictures
/// whose truth is known, from any of the places where people keep such: a folder a digit,
/// `labels.tsv`, `7_anna.png`, IDX files; a folder, a zip of it, or one file.
///
/// A file that can't be used stops nothing: it is named, and the others are kept.
public final class Import {
  /// In bytes: more than any picture that Inkling decodes, and less than a zip bomb unfolds to.
  private static final int LARGEST_PICTURE = 32 << 20;

  private static final int AT_ONCE = 200;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private final ExperimentStore store;
  private final Asking asking;
  private final Clock clock;
  private final String person;

  /// Has a picture read by the models that are there.
  @FunctionalInterface
  public interface Asking {
    /// What each of them says; nothing where there is none to ask.
    List<Reading> ask(byte[] png);
  }

  /// How it went.
  ///
  /// @param kept how many there are now that were not there before
  /// @param problems a line for each file that was left out, naming it
  public record Done(int kept, List<String> problems) {
    public Done {
      problems = List.copyOf(problems);
    }
  }

  /// @param asking reads pictures of which nothing but the truth is known
  /// @param person who drew those, as far as anybody knows
  public Import(ExperimentStore store, Asking asking, Clock clock, String person) {
    this.store = store;
    this.asking = asking;
    this.clock = clock;
    this.person = person;
  }

  /// Keeps what is there.
  ///
  /// @param progress takes the part that is done, 0 to 1
  /// @throws DataUnusable if nothing there can be used, saying what would
  public Done from(Path place, DoubleConsumer progress) {
    try {
      return Archive.read(place, root -> read(root, place, progress));
    } catch (IOException | ProviderNotFoundException | FileSystemNotFoundException broken) {
      throw new DataUnusable(
          "%s can't be read: it is damaged, or no zip.".formatted(place), broken);
    }
  }

  private Done read(Path root, Path place, DoubleConsumer progress) throws IOException {
    Path json = root.resolve(Export.JSON);
    return Files.isDirectory(root) && Files.isRegularFile(json)
        ? exported(root, json, progress)
        : labelled(LabelledPictures.at(root, true), place, progress);
  }

  private Done exported(Path root, Path json, DoubleConsumer progress) throws IOException {
    var batch = new Batch();
    try (InputStream stream = Files.newInputStream(json);
        MappingIterator<JsonNode> all =
            JsonMapper.shared().readerFor(JsonNode.class).readValues(stream)) {
      double size = Files.size(json);
      while (all.hasNext()) {
        JsonNode next = all.next();
        batch.take(
            next.path("picture").asString(),
            () -> {
              Path picture = inside(root, ExperimentJson.picture(next));
              return ExperimentJson.read(next, bytes(picture));
            });
        progress.accept(Math.min(1, all.currentLocation().getByteOffset() / size));
      }
      return batch.done();
    } catch (JacksonException noJson) {
      throw new DataUnusable(
          "%s is damaged near line %d."
              .formatted(json, noJson.getLocation() == null ? 0 : noJson.getLocation().getLineNr()),
          noJson);
    }
  }

  /// A path in somebody's file must not lead out of the folder that the file is in.
  private static Path inside(Path root, String relative) throws IOException {
    Path path = root.resolve(relative).normalize();
    if (!path.startsWith(root.normalize())) {
      throw new IOException("It lies outside of the folder.");
    }
    return path;
  }

  private Done labelled(LabelledPictures labelled, Path place, DoubleConsumer progress)
      throws IOException {
    var batch = new Batch();
    Instant now = clock.instant();
    List<LabelledPicture> pictures = labelled.pictures();
    for (int i = 0; i < pictures.size(); i++) {
      LabelledPicture picture = pictures.get(i);
      batch.take(
          picture.name(),
          () -> {
            byte[] png = png(picture);
            return new Experiment(
                now, person, picture.digit(), Optional.empty(), png, asking.ask(png));
          });
      progress.accept((i + 1.0) / pictures.size());
    }
    Done done = batch.done();
    if (done.kept == 0) {
      throw new DataUnusable(
          "Nothing in %s could be read: %s".formatted(place, done.problems.getFirst()));
    }
    return done;
  }

  private static byte[] png(LabelledPicture labelled) throws IOException {
    return switch (labelled.source()) {
      case StoredPicture stored -> PicturePng.of(stored.picture());
      case PictureFile file -> {
        byte[] bytes = bytes(file.path());
        Picture picture = new PictureDecoder().decode(bytes);
        yield Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length)
            ? bytes
            : PicturePng.of(picture);
      }
    };
  }

  /// Counts as it reads: a zip's own word for a size is anybody's word.
  private static byte[] bytes(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LARGEST_PICTURE + 1);
      if (bytes.length > LARGEST_PICTURE) {
        throw new IOException("It is larger than %d MB.".formatted(LARGEST_PICTURE >> 20));
      }
      return bytes;
    }
  }

  /// Finds out about one experiment.
  @FunctionalInterface
  private interface Source {
    Experiment get() throws IOException;
  }

  /// Some experiments a transaction: one each would wait for the disk thousands of times.
  private final class Batch {
    private final List<Experiment> waiting = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int kept;

    void take(String name, Source source) {
      try {
        waiting.add(source.get());
      } catch (InklingException refusal) {
        problems.add(name + ": " + refusal.sentence());
      } catch (IOException | RuntimeException damaged) {
        problems.add("%s: %s".formatted(name, "It is damaged or not there."));
      }
      if (waiting.size() == AT_ONCE) {
        keep();
      }
    }

    Done done() {
      keep();
      return new Done(kept, problems);
    }

    private void keep() {
      kept += store.addAll(waiting).size();
      waiting.clear();
    }
  }
}
