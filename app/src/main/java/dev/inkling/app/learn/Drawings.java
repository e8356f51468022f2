package dev.inkling.app.learn;

import dev.inkling.app.experiments.Entry;
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

/// Drawings to learn from, wherever they are. One that can't be read is left out.
public final class Drawings {
  private Drawings() {}

  /// Those in a file of experiments, or labelled pictures as `evaluate` takes them.
  ///
  /// @param selection which of the experiments
  public static List<TaughtDrawing> at(Path place, Selection selection) {
    if (!String.valueOf(place.getFileName()).endsWith(".db")) {
      return labelled(LabelledPictures.at(place, true));
    }
    try (ExperimentStore store = ExperimentStore.open(place, Clock.systemUTC())) {
      return recorded(store, selection);
    }
  }

  private static List<TaughtDrawing> recorded(ExperimentStore store, Selection selection) {
    var drawings = new ArrayList<TaughtDrawing>();
    var decoder = new PictureDecoder();
    for (Entry entry : store.list(selection, 0, Integer.MAX_VALUE).reversed()) {
      store
          .find(entry.id())
          .ifPresent(
              found -> {
                try {
                  drawings.add(
                      new TaughtDrawing(
                          decoder.decode(found.png()), found.truth(), found.person()));
                } catch (InklingException damaged) {
                  // The others are enough.
                }
              });
    }
    return drawings;
  }

  private static List<TaughtDrawing> labelled(LabelledPictures pictures) {
    var drawings = new ArrayList<TaughtDrawing>();
    var decoder = new PictureDecoder();
    for (var picture : pictures.pictures()) {
      try {
        drawings.add(
            new TaughtDrawing(
                switch (picture.source()) {
                  case PictureFile file -> decoder.decode(Files.readAllBytes(file.path()));
                  case StoredPicture stored -> stored.picture();
                },
                picture.digit(),
                ""));
      } catch (IOException | InklingException damaged) {
        // The others are enough.
      }
    }
    return drawings;
  }
}
