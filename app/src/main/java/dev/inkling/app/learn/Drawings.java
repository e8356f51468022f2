package dev.inkling.app.learn;

import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.Selection;
import dev.inkling.model.InklingException;
import dev.inkling.model.data.LabelledPicture.PictureFile;
import dev.inkling.model.data.LabelledPicture.StoredPicture;
import dev.inkling.model.data.LabelledPictures;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.training.TaughtDrawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Drawings to learn from, wherever they are.
///
/// @param readable those that can be learned from
/// @param damaged how many can't be read any more, and are left out
public record Drawings(List<TaughtDrawing> readable, int damaged) {
  public Drawings {
    readable = List.copyOf(readable);
  }

  /// Those in a file of experiments, or labelled pictures as `evaluate` takes them.
  ///
  /// @param selection which of the experiments
  public static Drawings at(Path place, Selection selection) {
    if (!String.valueOf(place.getFileName()).endsWith(".db")) {
      return labelled(LabelledPictures.at(place, true));
    }
    try (ExperimentStore store = ExperimentStore.open(place, Clock.systemUTC())) {
      return recorded(store, selection);
    }
  }

  private static Drawings recorded(ExperimentStore store, Selection selection) {
    var decoder = new PictureDecoder();
    return gathered(
        store.list(selection, 0, Integer.MAX_VALUE).reversed().stream()
            .map(entry -> store.find(entry.id()))
            .flatMap(Optional::stream)
            .map(
                found ->
                    () ->
                        new TaughtDrawing(
                            decoder.decode(found.png()), found.truth(), found.person())));
  }

  private static Drawings labelled(LabelledPictures pictures) {
    var decoder = new PictureDecoder();
    return gathered(
        pictures.pictures().stream()
            .map(
                picture ->
                    () ->
                        new TaughtDrawing(
                            switch (picture.source()) {
                              case PictureFile file ->
                                  decoder.decode(Files.readAllBytes(file.path()));
                              case StoredPicture stored -> stored.picture();
                            },
                            picture.digit(),
                            "")));
  }

  private interface Reading {
    TaughtDrawing read() throws IOException;
  }

  private static Drawings gathered(Stream<Reading> readings) {
    var readable = new ArrayList<TaughtDrawing>();
    var damaged = new AtomicInteger();
    readings.forEachOrdered(
        reading -> {
          try {
            readable.add(reading.read());
          } catch (IOException | InklingException unreadable) {
            damaged.incrementAndGet();
          }
        });
    return new Drawings(readable, damaged.get());
  }
}
