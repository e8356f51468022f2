package dev.inkling.model.training;

import java.util.Map;

/// What a training run is told; with the data and the software it determines the result.
///
/// @param epochs passes over the training part, at least 1
/// @param batchSize samples a step, at least 1
/// @param learningRate of Adam, above 0
/// @param validationSamples how many of the last training samples are held out, at least 1
/// @param seed of the first weights and of the order of the samples
public record Hyperparameters(
    int epochs, int batchSize, double learningRate, int validationSamples, long seed) {
  public Hyperparameters {
    if (epochs < 1 || batchSize < 1 || !(learningRate > 0) || validationSamples < 1) {
      throw new IllegalArgumentException(
          "Epochs, batch size, learning rate and validation samples are above 0");
    }
  }

  /// The course assignment's values.
  public static Hyperparameters ofSeed(long seed) {
    return new Hyperparameters(10, 32, 1e-3, 10_000, seed);
  }

  public Hyperparameters withEpochs(int other) {
    return new Hyperparameters(other, batchSize, learningRate, validationSamples, seed);
  }

  /// As a model card lists them.
  public Map<String, Number> asMap() {
    return Map.of(
        "epochs", epochs,
        "batchSize", batchSize,
        "learningRate", learningRate,
        "validationSamples", validationSamples,
        "seed", seed);
  }
}
