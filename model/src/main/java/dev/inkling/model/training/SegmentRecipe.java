package dev.inkling.model.training;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.data.DataHome;
import dev.inkling.model.data.Mnist;
import dev.inkling.model.data.Samples;
import dev.inkling.model.evaluation.NumberSheets;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.SegmentNetwork;
import dev.inkling.model.network.WeightsFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Random;

/// How the segment network came to be that Inkling brings along: from numbers made of MNIST's
/// training digits, without the last 10,000.
///
/// @param numbers to write and cut up, at least 1; each gives some fourteen segments
public record SegmentRecipe(Hyperparameters parameters, int numbers) {
  private static final Network NETWORK = new SegmentNetwork();

  /// One number in so many tells, made of digits that are not learned from, how it goes.
  private static final int VALIDATES = 30;

  private static final int THREADS = 2;

  /// Trains and writes the weights that it reads with.
  ///
  /// @throws DataUnusable if the file can't be written
  /// @throws TrainingCancelled when `progress` asks to stop
  public void cook(DataHome home, Path file, TrainingProgress progress) {
    Samples mnist = Mnist.TRAIN.read(home);
    int training = mnist.size() - parameters.validationSamples();
    Samples segments = segments(mnist.part(0, training), numbers, 0);
    Samples validation =
        segments(mnist.part(training, mnist.size()), Math.ceilDiv(numbers, VALIDATES), 1);
    progress.onPart(NETWORK.name(), parameters.epochs());
    var random = new Random(parameters.seed());
    TrainedNetwork trained =
        new Trainer(NETWORK, parameters, THREADS, Optional.empty())
            .train(
                NETWORK.startValues(random),
                new ShuffledBatches(segments, parameters.batchSize(), random),
                validation,
                progress);
    write(trained, file);
  }

  private Samples segments(Samples digits, int count, int part) {
    return new SegmentSamples(new NumberSheets(digits))
        .of(count, Seeds.mixed(parameters.seed(), part));
  }

  private static void write(TrainedNetwork trained, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        WeightsFile.write(NETWORK.readingValues(trained.weights()), out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      throw new DataUnusable(
          "%s could not be written (%s): name another file with --out.".formatted(file, refused),
          refused);
    }
  }
}
