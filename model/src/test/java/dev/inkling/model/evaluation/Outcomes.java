package dev.inkling.model.evaluation;

import dev.inkling.model.data.LabelledPicture;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.ShippedModels;
import dev.inkling.model.serving.Timings;
import dev.inkling.model.serving.Verdict;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Outcomes of pictures that never were.
public final class Outcomes {
  private Outcomes() {}

  /// The seed model's card over these outcomes.
  public static Scorecard card(Outcome... outcomes) {
    ModelCard seed =
        ShippedModels.store().cards().stream()
            .filter(card -> card.name().equals("seed"))
            .findFirst()
            .orElseThrow();
    return new Scorecard(seed, List.of(outcomes));
  }

  /// A picture that was read.
  ///
  /// @param truth 0 to 9, or -1 for no digit
  public static Outcome read(int truth, int answer, double confidence, Verdict verdict) {
    return read("picture.png", truth, answer, confidence, verdict);
  }

  /// A picture of that name that was read.
  public static Outcome read(
      String name, int truth, int answer, double confidence, Verdict verdict) {
    var prediction =
        new Prediction(
            answer,
            confidence,
            Collections.nCopies(10, 0.1),
            1,
            verdict,
            new ModelId("seed", 1),
            new Timings(2, 1, 0.5, 3.5));
    return new Outcome.Read(
        picture(name, truth), prediction, Optional.of(new Glyph(new float[Glyph.PIXELS])));
  }

  /// A damaged picture of that digit.
  public static Outcome unread(int truth) {
    return new Outcome.Unread(picture("damaged.png", truth), "It is damaged.");
  }

  /// A damaged picture of something else.
  public static Outcome unreadOther() {
    return unread(-1);
  }

  private static LabelledPicture picture(String name, int truth) {
    return new LabelledPicture(
        name,
        truth < 0 ? OptionalInt.empty() : OptionalInt.of(truth),
        new LabelledPicture.PictureFile(Path.of("missing.png")));
  }
}
