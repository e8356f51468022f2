package dev.inkling.model.training;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.Sha256;
import dev.inkling.model.data.Mnist;
import dev.inkling.model.data.RehearsalSet;
import dev.inkling.model.data.Samples;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.network.Continued;
import dev.inkling.model.network.FirstSession;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.Networks;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelCard.DataSource;
import dev.inkling.model.serving.ModelCard.Parent;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.Prediction;
import dev.inkling.model.serving.Verdict;
import dev.inkling.model.training.AugmentedBatches.Pool;
import dev.inkling.model.training.Lesson.Comparison;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Goes on training a model with somebody's own drawings. Each batch has as much again and more of
/// what the network learned first ([RehearsalSet]), so that it keeps that; both are augmented.
///
/// What is kept in the end lies halfway between what it was and what it learned, in each weight (M.
/// Wortsman et al., "Robust fine-tuning of zero-shot models", 2022): of a new style of a digit that
/// keeps nearly all, and of what would be forgotten it saves more than half (docs/recognition.md).
///
/// The verdicts' thresholds and the temperature stay the parent's: they were chosen by thousands of
/// digits, and a few drawings can't better them.
///
/// @param from which version
/// @param drawings at least one
/// @param parameters of the training; see [Hyperparameters#ofTeaching]
/// @param command that makes the model again
public record FineTuning(
    ModelId from, List<TaughtDrawing> drawings, Hyperparameters parameters, String command) {
  /// Of each epoch's samples; a drawing comes up the more often the fewer there are.
  private static final int DRAWINGS_AN_EPOCH = 512;

  private static final int REHEARSED_AN_EPOCH = 1536;

  /// What is held out counts as much as rehearsal when the epoch is chosen.
  private static final int VALIDATED = 1000;

  /// Two threads compute, on any machine: how many they are decides the order of sums.
  private static final int THREADS = 2;

  /// Glyphs read in one run while both models are compared.
  private static final int AT_ONCE = 100;

  /// Shipped versions stay below, so that an update never takes a learned one's number.
  private static final int FIRST_VERSION = 1001;

  public FineTuning {
    drawings = List.copyOf(drawings);
    if (drawings.isEmpty()) {
      throw new DataUnusable(
          "There is no drawing to learn from: record some, or name others with --drawings.");
    }
  }

  /// Trains, and adds the new version to a store.
  ///
  /// @param models where the parent is, and which version numbers are taken
  /// @param target gets the new version; a run that was stopped goes on there
  /// @throws TrainingCancelled when `progress` asks to stop
  public Lesson learn(ModelStore models, ModelStore target, TrainingProgress progress) {
    FirstSession.toLearn(Trainer.options(THREADS));
    Network known =
        Networks.built(models.card(from).architecture())
            .orElseThrow(
                () ->
                    new DataUnusable(
                        "%s can't learn more, as its network is none that this Inkling builds: teach another model."
                            .formatted(from)));
    var network = new Continued(known);
    Map<String, float[]> start = models.weights(from, known);
    TaughtSet taught = TaughtSet.of(drawings, network.preprocessing());
    if (taught.learned().size() == 0) {
      throw new DataUnusable("There is no ink in the drawings, so there is nothing to learn.");
    }
    RehearsalSet rehearsal = RehearsalSet.shipped();
    Path checkpoint = target.workFile(".learning-%s.checkpoint".formatted(fingerprint(taught)));
    progress.onPart("with %d drawings".formatted(taught.learned().size()), parameters.epochs());
    TrainedNetwork trained =
        new Trainer(network, parameters, THREADS, Optional.of(checkpoint))
            .train(
                start,
                new AugmentedBatches(
                    List.of(
                        new Pool(taught.learned(), DRAWINGS_AN_EPOCH),
                        new Pool(rehearsal.training(), REHEARSED_AN_EPOCH)),
                    parameters),
                validation(taught, rehearsal),
                progress);
    Lesson lesson = added(network, halfway(start, trained.weights()), taught, models, target);
    delete(checkpoint);
    return lesson;
  }

  private static Samples validation(TaughtSet taught, RehearsalSet rehearsal) {
    Samples own = taught.heldOut().size() > 0 ? taught.heldOut() : taught.learned();
    Samples general = rehearsal.validation();
    var ink = FloatBuffer.allocate((VALIDATED + general.size()) * Glyph.PIXELS);
    var digits = new byte[VALIDATED + general.size()];
    for (int i = 0; i < digits.length; i++) {
      boolean isOwn = i < VALIDATED;
      Samples source = isOwn ? own : general;
      int index = isOwn ? i % own.size() : i - VALIDATED;
      source.copyInk(index, ink);
      digits[i] = (byte) source.digit(index);
    }
    return RehearsalChoice.samples(ink.array(), digits);
  }

  private static Map<String, float[]> halfway(
      Map<String, float[]> start, Map<String, float[]> end) {
    var between = new HashMap<String, float[]>();
    start.forEach(
        (name, from) -> {
          float[] to = Objects.requireNonNull(end.get(name));
          var values = new float[from.length];
          for (int i = 0; i < values.length; i++) {
            values[i] = (from[i] + to[i]) / 2;
          }
          between.put(name, values);
        });
    return between;
  }

  private Lesson added(
      Network network,
      Map<String, float[]> weights,
      TaughtSet taught,
      ModelStore models,
      ModelStore target) {
    ModelCard parent = models.card(from);
    Samples mnist = RobustData.framed(Mnist.shippedTest(), network.preprocessing());
    Samples brought = RehearsalSet.shipped().validation();
    try (Classifier before = models.load(from)) {
      var general = new ArrayList<Comparison>();
      var own = new ArrayList<Comparison>();
      ModelCard card =
          target.add(
              network,
              weights,
              draft(parent, version(models, target), taught),
              after -> {
                general.add(compared("MNIST test set", mnist, before, after));
                general.add(compared("digits that Inkling brings along", brought, before, after));
                if (taught.heldOut().size() > 0) {
                  own.add(compared("drawings held out", taught.heldOut(), before, after));
                }
                return Stream.concat(own.stream(), general.stream())
                    .map(
                        comparison ->
                            CardDraft.figure(
                                comparison.on(),
                                comparison.after(),
                                OptionalDouble.empty(),
                                command))
                    .toList();
              });
      return new Lesson(card, own.stream().findFirst(), taught.how(), general);
    }
  }

  private int version(ModelStore models, ModelStore target) {
    return IntStream.of(
            FIRST_VERSION, models.nextVersion(from.name()), target.nextVersion(from.name()))
        .max()
        .orElseThrow();
  }

  private ModelCard draft(ModelCard parent, int version, TaughtSet taught) {
    var data = new ArrayList<>(parent.provenance().data());
    data.add(
        new DataSource(
            "Own drawings",
            "%d drawings, %s".formatted(drawings.size(), taught.how()),
            "their drawers'",
            Map.of("glyphs", hash(taught))));
    return parent.child(
        version,
        "%s, taught with %d more drawings.".formatted(from, drawings.size()),
        CardDraft.provenance(
            command,
            parameters,
            data,
            Optional.of(new Parent(from.name(), from.version(), parent.files()))));
  }

  private static Comparison compared(
      String on, Samples samples, Classifier before, Classifier after) {
    return new Comparison(on, right(before, samples), right(after, samples));
  }

  private static Accuracy right(Classifier classifier, Samples samples) {
    int right =
        IntStream.range(0, (samples.size() + AT_ONCE - 1) / AT_ONCE)
            .map(batch -> right(classifier, samples, batch * AT_ONCE))
            .sum();
    return new Accuracy(right, samples.size());
  }

  private static int right(Classifier classifier, Samples samples, int from) {
    Samples some = samples.part(from, Math.min(from + AT_ONCE, samples.size()));
    List<Prediction> said =
        classifier.classify(
            IntStream.range(0, some.size()).mapToObj(i -> some.get(i).glyph()).toList());
    return (int)
        IntStream.range(0, some.size()).filter(i -> isRight(said.get(i), some.digit(i))).count();
  }

  private static boolean isRight(Prediction said, int digit) {
    return digit == Samples.NO_DIGIT ? said.verdict() != Verdict.DIGIT : said.digit() == digit;
  }

  private String fingerprint(TaughtSet taught) {
    return "%s-%d-%s-%08x"
        .formatted(
            from.name(),
            from.version(),
            hash(taught).substring(0, 12),
            parameters.asMap().toString().hashCode());
  }

  private static String hash(TaughtSet taught) {
    Samples samples = taught.learned();
    var bytes = new byte[samples.size() * (Glyph.PIXELS + 1)];
    int next = 0;
    for (int i = 0; i < samples.size(); i++) {
      bytes[next++] = (byte) samples.digit(i);
      for (float ink : samples.get(i).glyph().ink()) {
        bytes[next++] = (byte) Math.round(255 * ink);
      }
    }
    return Sha256.of(bytes);
  }

  private static void delete(Path checkpoint) {
    try {
      Files.deleteIfExists(checkpoint);
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }
}
