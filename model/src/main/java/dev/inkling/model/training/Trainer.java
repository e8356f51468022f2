package dev.inkling.model.training;

import dev.inkling.model.DataUnusable;
import dev.inkling.model.data.Samples;
import dev.inkling.model.network.FirstSession;
import dev.inkling.model.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/// Trains a network by minimising its loss with [Adam].
///
/// Batches and first weights come from `java.util.Random`, whose algorithm Java's specification
/// fixes, so equal inputs give equal weights, bit for bit, on processors with the same vector
/// instructions, as long as the same number of threads computes.
final class Trainer {
  /// The average takes in each so-manieth step's weights only: neighbours hardly differ, and to
  /// read them out takes a twentieth of a step's time.
  private static final int STEPS_OF_AN_AVERAGE = 4;

  private final Network network;
  private final Hyperparameters parameters;
  private final Optional<Path> checkpoint;
  private final ConfigProto options;

  /// @param threads that compute inside an operation: for small networks more than one cost more
  ///     than they give
  /// @param checkpoint where to keep the state after each epoch, and go on from
  Trainer(Network network, Hyperparameters parameters, int threads, Optional<Path> checkpoint) {
    this.network = network;
    this.parameters = parameters;
    this.checkpoint = checkpoint;
    this.options = options(threads);
  }

  static ConfigProto options(int threads) {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(1)
        .build();
  }

  /// Trains from `start` on what `source` gives, or goes on from the checkpoint. With averaging,
  /// the averages of the epoch that read most of `validation` right are kept, of equal ones the
  /// last; without, the last weights.
  ///
  /// @throws TrainingCancelled when `progress` asks to stop
  TrainedNetwork train(
      Map<String, float[]> start,
      BatchSource source,
      Samples validation,
      TrainingProgress progress) {
    FirstSession.toLearn(options);
    try (var graph = new Graph();
        var session = new Session(graph, options);
        var reading = new Reading(network, options)) {
      var run =
          new Run(
              new TrainingGraph(Ops.create(graph), network, parameters.weightDecay()),
              session,
              reading,
              progress);
      run.begin(start);
      for (int epoch = run.history.size() + 1; epoch <= parameters.epochs(); epoch++) {
        run.learn(epoch, source);
        run.measure(validation);
        run.keep();
      }
      return new TrainedNetwork(network, parameters, run.best, run.history);
    }
  }

  /// One run's state.
  private final class Run {
    private final TrainingGraph graph;
    private final Session session;
    private final Reading reading;
    private final TrainingProgress progress;
    private final List<EpochFigures> history = new ArrayList<>();
    private Averages averages = new Averages(0, Map.of());
    private Map<String, float[]> best = Map.of();
    private double lossOfEpoch;
    private double accuracyOfEpoch;

    Run(TrainingGraph graph, Session session, Reading reading, TrainingProgress progress) {
      this.graph = graph;
      this.session = session;
      this.reading = reading;
      this.progress = progress;
    }

    void begin(Map<String, float[]> start) {
      checkpoint
          .flatMap(Checkpoint::read)
          .ifPresentOrElse(
              this::goOn,
              () -> {
                graph.start(session, start);
                averages = new Averages(parameters.averaging(), start);
              });
    }

    private void goOn(Checkpoint from) {
      graph.goOn(session, from.weights(), from.moments(), from.steps());
      averages = new Averages(parameters.averaging(), from.averages());
      best = from.best();
      history.addAll(from.history());
      progress.onResume(history.size());
    }

    void learn(int epoch, BatchSource source) {
      int steps = source.steps();
      double lossSum = 0;
      int right = 0;
      int digits = 0;
      int samples = 0;
      try (var batches = source.epoch(epoch)) {
        int step = 0;
        for (var next = batches.iterator(); next.hasNext(); ) {
          if (progress.isCancelled()) {
            throw new TrainingCancelled();
          }
          try (Batch batch = next.next()) {
            double rate =
                parameters.schedule().rate(epoch - 1 + (double) step / steps, parameters.epochs());
            TrainingGraph.Outcome outcome = graph.learn(session, batch, rate);
            average();
            step++;
            samples += batch.size();
            lossSum += outcome.loss() * batch.size();
            right += outcome.right();
            digits += outcome.digits();
          }
          lossOfEpoch = lossSum / samples;
          accuracyOfEpoch = (double) right / Math.max(digits, 1);
          progress.onStep(epoch, step, steps, lossOfEpoch, accuracyOfEpoch);
        }
      }
    }

    private void average() {
      if (averages.areKept() && graph.steps() % STEPS_OF_AN_AVERAGE == 0) {
        averages.add(graph.weights(session), graph.steps());
      }
    }

    void measure(Samples validation) {
      Map<String, float[]> weights =
          averages.areKept() ? averages.values() : graph.weights(session);
      reading.use(weights);
      double accuracy = (double) reading.right(validation) / validation.size();
      boolean isBest =
          history.stream().allMatch(earlier -> earlier.validationAccuracy() <= accuracy);
      if (isBest || !averages.areKept()) {
        best = new Averages(0, weights).values();
      }
      var figures = new EpochFigures(history.size() + 1, lossOfEpoch, accuracyOfEpoch, accuracy);
      history.add(figures);
      progress.onEpoch(figures);
    }

    void keep() {
      checkpoint.ifPresent(
          file -> {
            try {
              new Checkpoint(
                      graph.weights(session),
                      averages.values(),
                      graph.moments(session),
                      graph.steps(),
                      best,
                      history)
                  .write(file);
            } catch (IOException refused) {
              throw new DataUnusable(
                  "The state of the training could not be written to %s (%s): name another folder with --out."
                      .formatted(file, refused),
                  refused);
            }
          });
    }
  }
}
