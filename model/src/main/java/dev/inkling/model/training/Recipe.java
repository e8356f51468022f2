package dev.inkling.model.training;

import dev.inkling.model.Inkling;
import dev.inkling.model.data.DataFile;
import dev.inkling.model.data.DataHome;
import dev.inkling.model.data.Mnist;
import dev.inkling.model.data.Samples;
import dev.inkling.model.evaluation.Accuracy;
import dev.inkling.model.evaluation.Evaluation;
import dev.inkling.model.network.Network;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelCard.DataSource;
import dev.inkling.model.serving.ModelCard.Figure;
import dev.inkling.model.serving.ModelCard.Provenance;
import dev.inkling.model.serving.ModelCard.Thresholds;
import dev.inkling.model.serving.ModelStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tensorflow.TensorFlow;

/// From MNIST to a model in a store: trains, exports, measures on the test set once, and writes
/// down how to do it again.
///
/// @param description of the model, one sentence for people
/// @param thresholds of its verdicts
/// @param command that the user gave
public record Recipe(
    Network network,
    Hyperparameters parameters,
    String description,
    Thresholds thresholds,
    String command) {
  private static final String LICENCE = "CC BY-SA 3.0";

  /// How the shipped seed model is made.
  public static Recipe ofSeed(Network network, Hyperparameters parameters, String command) {
    return new Recipe(
        network,
        parameters,
        "The network of the course assignment that Inkling grew out of, kept as the baseline.",
        // Not calibrated: below even odds it is a guess, and it was never shown anything but
        // digits.
        new Thresholds(0.5, 0),
        command);
  }

  /// Trains and adds the next version to `store`.
  ///
  /// @return the new model's card
  /// @throws TrainingCancelled when `progress` asks to stop; nothing is written then
  public ModelCard cook(DataHome home, ModelStore store, TrainingProgress progress) {
    Samples samples = Mnist.TRAIN.read(home);
    Samples test = Mnist.TEST.read(home);
    TrainedNetwork trained = new Trainer(network, parameters).train(samples, progress);
    Figure validation =
        figure(
            "MNIST training set, the last %d, held out".formatted(parameters.validationSamples()),
            new Accuracy(
                (int)
                    Math.round(
                        trained.history().getLast().validationAccuracy()
                            * parameters.validationSamples()),
                parameters.validationSamples()),
            command);
    Function<Classifier, List<Figure>> measure =
        classifier ->
            List.of(
                validation,
                figure("MNIST test set", Evaluation.accuracy(classifier, test), "inkling test"));
    return store.add(
        network, trained.weights(), card(store.nextVersion(network.name()), samples), measure);
  }

  private ModelCard card(int version, Samples samples) {
    int training = samples.size() - parameters.validationSamples();
    var data =
        new DataSource(
            "MNIST",
            "training set, the first %d to train on, the rest to validate".formatted(training),
            LICENCE,
            Mnist.TRAIN.files().stream()
                .collect(Collectors.toMap(DataFile::name, DataFile::sha256)));
    var software =
        Map.of(
            "Inkling", Inkling.version(),
            "TensorFlow", TensorFlow.version(),
            "Java", Runtime.version().toString());
    var provenance =
        new Provenance(
            command,
            parameters.asMap(),
            List.of(data),
            software,
            LocalDate.now(ZoneOffset.UTC).toString());
    return new ModelCard(
        network.name(),
        version,
        description,
        network.architecture(),
        network.preprocessing().name(),
        thresholds,
        provenance,
        List.of(),
        Map.of());
  }

  private static Figure figure(String on, Accuracy accuracy, String command) {
    return new Figure(
        on, accuracy.total(), accuracy.share(), accuracy.low(), accuracy.high(), command);
  }
}
