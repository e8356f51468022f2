package dev.inkling.model.training;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a training run is told; with the data and the software it determines the result.
///
/// @param epochs passes over the training part, at least 1
/// @param batchSize samples a step, at least 1
/// @param schedule of the optimizer's learning rate
/// @param weightDecay the share of a kernel that goes at each step, over the learning rate
/// @param labelSmoothing how much of a digit's probability is spread over all ten, 0 to below 1
/// @param averaging how much of the running average of the weights stays each time that it takes in
///     new ones; 0 keeps the last weights as they are
/// @param mildness the share of samples that augmentation changes but a little, 0 to 1; 1 where
///     there is none
/// @param validationSamples how many of the last training samples are held out, at least 1
/// @param seed of the first weights, of the order of the samples, and of what changes them
public record Hyperparameters(
    int epochs,
    int batchSize,
    Schedule schedule,
    double weightDecay,
    double labelSmoothing,
    double averaging,
    double mildness,
    int validationSamples,
    long seed) {
  private static final double FINISHING_MILDNESS = 0.9;
  private static final int MNIST_HELD_OUT = 10_000;

  public Hyperparameters {
    if (epochs < 1 || batchSize < 1 || validationSamples < 1) {
      throw new IllegalArgumentException(
          "Epochs, batch size and validation samples are at least 1");
    }
  }

  /// The course assignment's values.
  public static Hyperparameters ofSeed(long seed) {
    return new Hyperparameters(10, 32, Schedule.constant(1e-3), 0, 0, 0, 1, MNIST_HELD_OUT, seed);
  }

  /// What the table in docs/recognition.md led to.
  public static Hyperparameters ofRobust(long seed) {
    return new Hyperparameters(
        48, 128, new Schedule(4e-3, 1, 2e-5), 0.05, 0.03, 0.996, 0.35, MNIST_HELD_OUT, seed);
  }

  /// For the network that finds where the digits of a number end: it gets more segments than it
  /// could learn by heart, so nothing has to keep it from that.
  public static Hyperparameters ofSegments(long seed) {
    return new Hyperparameters(
        5, 128, new Schedule(3e-3, 0.5, 1e-5), 0.02, 0, 0.996, 1, MNIST_HELD_OUT, seed);
  }

  /// For teaching a trained network a few drawings: a minute on two cores, at a rate that moves it
  /// no further than it need.
  public static Hyperparameters ofTeaching(long seed) {
    return new Hyperparameters(
        8, 64, new Schedule(2e-4, 0.5, 5e-6), 0.01, 0.03, 0.9, 0.6, MNIST_HELD_OUT, seed);
  }

  /// For going on where these left off, with more data: a sixth as long, from a quarter of the
  /// rate, with other random numbers and calmer glyphs, as most that people send are.
  Hyperparameters finishing() {
    return new Hyperparameters(
        Math.ceilDiv(epochs, 6),
        batchSize,
        new Schedule(schedule.highest() / 4, 0.25, schedule.last() / 2),
        weightDecay,
        labelSmoothing,
        averaging,
        FINISHING_MILDNESS,
        validationSamples,
        Seeds.mixed(seed, 1));
  }

  public Hyperparameters withEpochs(int other) {
    return new Hyperparameters(
        other,
        batchSize,
        schedule,
        weightDecay,
        labelSmoothing,
        averaging,
        mildness,
        validationSamples,
        seed);
  }

  /// As a model card lists them.
  public Map<String, Number> asMap() {
    var map = new LinkedHashMap<String, Number>();
    map.put("epochs", epochs);
    map.put("batchSize", batchSize);
    map.put("learningRate", schedule.highest());
    if (schedule.warmUpEpochs() > 0) {
      map.put("warmUpEpochs", schedule.warmUpEpochs());
      map.put("lastLearningRate", schedule.last());
    }
    if (weightDecay > 0) {
      map.put("weightDecay", weightDecay);
    }
    if (labelSmoothing > 0) {
      map.put("labelSmoothing", labelSmoothing);
    }
    if (averaging > 0) {
      map.put("averaging", averaging);
    }
    if (mildness < 1) {
      map.put("mildness", mildness);
    }
    map.put("validationSamples", validationSamples);
    map.put("seed", seed);
    return map;
  }
}
