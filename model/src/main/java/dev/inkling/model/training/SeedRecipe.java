package dev.inkling.model.training;

import dev.inkling.model.data.DataHome;
import dev.inkling.model.data.Mnist;
import dev.inkling.model.data.Samples;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.evaluation.Evaluation;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.SeedNetwork;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelCard.Figure;
import dev.inkling.model.serving.ModelCard.Thresholds;
import dev.inkling.model.serving.ModelStore;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// The course assignment's: MNIST as it is, and nothing else.
///
/// @param command that the user gave
public record SeedRecipe(Hyperparameters parameters, String command) implements Recipe {
  private static final Network NETWORK = new SeedNetwork();

  /// Not calibrated: below even odds it is a guess, and it was never shown anything but digits.
  private static final Thresholds THRESHOLDS = new Thresholds(0.5, 0);

  private static final int THREADS = 1;

  @Override
  public boolean resumes() {
    return false;
  }

  @Override
  public ModelCard cook(DataHome home, ModelStore store, TrainingProgress progress) {
    Samples samples = Mnist.TRAIN.read(home);
    Samples test = Mnist.TEST.read(home);
    TrainedNetwork trained = train(samples, progress);
    int heldOut = parameters.validationSamples();
    int right = (int) Math.round(trained.history().getLast().validationAccuracy() * heldOut);
    Figure validation =
        CardDraft.figure(
            "MNIST training set, the last %d, held out".formatted(heldOut),
            new Accuracy(right, heldOut),
            command);
    Function<Classifier, List<Figure>> measure =
        classifier ->
            List.of(
                validation,
                CardDraft.figure(
                    "MNIST test set", Evaluation.accuracy(classifier, test), "inkling test"));
    ModelCard card =
        CardDraft.of(
            NETWORK,
            store.nextVersion(NETWORK.name()),
            "The network of the course assignment that Inkling grew out of, kept as the baseline.",
            1,
            THRESHOLDS,
            command,
            parameters,
            List.of(
                CardDraft.source(
                    "MNIST",
                    "training set, the first %d to train on, the rest to validate"
                        .formatted(samples.size() - heldOut),
                    Mnist.LICENCE,
                    Mnist.TRAIN.files())));
    return store.add(NETWORK, trained.weights(), card, measure);
  }

  /// Trains on all but the last samples, which measure how it goes.
  TrainedNetwork train(Samples samples, TrainingProgress progress) {
    int training = samples.size() - parameters.validationSamples();
    if (training < parameters.batchSize()) {
      throw new IllegalArgumentException("Too few samples to hold out a validation part");
    }
    var random = new Random(parameters.seed());
    var start = NETWORK.startValues(random);
    var batches = new ShuffledBatches(samples.part(0, training), parameters.batchSize(), random);
    progress.onPart(NETWORK.name(), parameters.epochs());
    return new Trainer(NETWORK, parameters, THREADS, Optional.empty())
        .train(start, batches, samples.part(training, samples.size()), progress);
  }
}
