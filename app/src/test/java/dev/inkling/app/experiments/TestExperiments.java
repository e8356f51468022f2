package dev.inkling.app.experiments;

import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.ScriptedHand;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Experiments for tests.
public final class TestExperiments {
  public static final ModelId SEED = new ModelId("seed", 1);
  public static final ModelId ROBUST = new ModelId("robust", 1);
  public static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private static final DrawingRenderer RENDERER = new DrawingRenderer();

  private TestExperiments() {}

  /// The scripted hand's digit, of which both models said something.
  public static Experiment of(int truth, int seedSaid, int robustSaid) {
    return by("", truth, seedSaid, robustSaid);
  }

  public static Experiment by(String person, int truth, int seedSaid, int robustSaid) {
    Drawing drawing = ScriptedHand.draw(truth);
    return new Experiment(
        NOON,
        person,
        OptionalInt.of(truth),
        Optional.of(drawing),
        RENDERER.png(drawing),
        List.of(
            reading(SEED, seedSaid, 0.6, Verdict.DIGIT),
            reading(ROBUST, robustSaid, 0.9, Verdict.DIGIT)));
  }

  public static Experiment at(Instant when, Experiment experiment) {
    return new Experiment(
        when,
        experiment.person(),
        experiment.truth(),
        experiment.strokes(),
        experiment.png(),
        experiment.readings());
  }

  public static Experiment noDigit(Verdict said) {
    Drawing drawing = ScriptedHand.draw(0);
    return new Experiment(
        NOON,
        "",
        OptionalInt.empty(),
        Optional.empty(),
        RENDERER.png(drawing),
        List.of(reading(ROBUST, 0, 0.5, said)));
  }

  public static Reading reading(ModelId model, int digit, double confidence, Verdict verdict) {
    var probabilities = new ArrayList<>(Collections.nCopies(10, (1 - confidence) / 9));
    probabilities.set(digit, confidence);
    return new Reading(model, digit, confidence, verdict, probabilities);
  }
}
