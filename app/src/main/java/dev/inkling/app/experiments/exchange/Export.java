package dev.inkling.app.experiments.exchange;

import dev.inkling.app.experiments.Entry;
import dev.inkling.app.experiments.Experiment;
import dev.inkling.app.experiments.ExperimentStore;
import dev.inkling.app.experiments.Reading;
import dev.inkling.app.experiments.Selection;
import dev.inkling.model.DataUnusable;
import dev.inkling.model.InklingException;
import dev.inkling.model.data.IdxWriter;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Normalizer;
import dev.inkling.model.ink.PictureDecoder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/// Experiments as files for other programs, in a folder or a zip:
///
/// - `pictures/`, PNG files, and `labels.tsv`, which says what each shows;
/// - `experiments.json`, which has all that Inkling knows, and can be imported again;
/// - `experiments.csv`, a row an experiment and model, for spreadsheets;
/// - `idx/`, the digits as MNIST's files have them, normalised to 28x28.
public final class Export {
  static final String JSON = "experiments.json";
  static final String LABELS = "labels.tsv";
  private static final int PAGE = 500;

  private final ExperimentStore store;
  private final Selection selection;

  public Export(ExperimentStore store, Selection selection) {
    this.store = store;
    this.selection = selection;
  }

  /// Writes them all, or nothing.
  ///
  /// @param place a name that ends in `.zip`, or a folder that is empty or not there
  /// @return how many they were
  /// @throws DataUnusable if that can't be written, saying what to do
  public int to(Path place) {
    try {
      return Archive.write(place, this::write);
    } catch (IOException refused) {
      throw new DataUnusable(
          "%s can't be written: name a zip, or a folder that is empty or not there, where there is room."
              .formatted(place),
          refused);
    }
  }

  private int write(Path root) throws IOException {
    Path pictures = Files.createDirectory(root.resolve("pictures"));
    List<Entry> entries = entries();
    var digits = new IdxWriter();
    JsonMapper mapper = JsonMapper.shared();
    try (Writer labels = Files.newBufferedWriter(root.resolve(LABELS));
        Writer table = Files.newBufferedWriter(root.resolve("experiments.csv"));
        var json = Files.newBufferedWriter(root.resolve(JSON));
        SequenceWriter array = mapper.writer().writeValuesAsArray(json)) {
      labels.write("path\tlabel\tperson\tat\n");
      table.write(
          Csv.row(
              "picture",
              "truth",
              "person",
              "at",
              "model",
              "version",
              "read_as",
              "confidence",
              "verdict",
              "right"));
      int number = 0;
      for (Entry entry : entries) {
        Optional<Experiment> found = store.find(entry.id());
        if (found.isEmpty()) {
          continue;
        }
        Experiment experiment = found.get();
        String name = "%05d.png".formatted(++number);
        Files.write(pictures.resolve(name), experiment.png());
        String picture = "pictures/" + name;
        labels.write(
            "%s\t%s\t%s\t%s\n"
                .formatted(
                    picture,
                    label(experiment.truth()),
                    experiment.person().replaceAll("[\\t\\r\\n]", " "),
                    experiment.at()));
        for (Reading reading : experiment.readings()) {
          table.write(row(experiment, reading, picture));
        }
        array.write(ExperimentJson.of(experiment, picture));
        glyph(experiment).ifPresent(glyph -> digits.add(glyph, experiment.truth().getAsInt()));
      }
      digits.write(Files.createDirectory(root.resolve("idx")), "experiments");
      return number;
    }
  }

  /// The oldest first, as they were drawn.
  private List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (int skipped = 0; ; skipped += PAGE) {
      List<Entry> page = store.list(selection, skipped, PAGE);
      entries.addAll(page);
      if (page.size() < PAGE) {
        return entries.reversed();
      }
    }
  }

  /// What MNIST's files can hold: a digit in which there is ink to find.
  private static Optional<Glyph> glyph(Experiment experiment) {
    if (experiment.truth().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Normalizer().apply(new PictureDecoder().decode(experiment.png())));
    } catch (InklingException noDigitToSee) {
      return Optional.empty();
    }
  }

  private static String row(Experiment experiment, Reading reading, String picture) {
    return Csv.row(
        picture,
        label(experiment.truth()),
        experiment.person(),
        experiment.at(),
        reading.model().name(),
        reading.model().version(),
        reading.digit(),
        reading.confidence(),
        reading.verdict().name().toLowerCase(Locale.ROOT),
        reading.isRight(experiment.truth()));
  }

  private static String label(OptionalInt truth) {
    return truth.isPresent() ? String.valueOf(truth.getAsInt()) : "none";
  }
}
