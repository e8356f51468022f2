package dev.inkling.model.training;

import dev.inkling.model.data.Samples;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.QuietStart;
import dev.inkling.model.network.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/// Trains a network by minimising categorical cross-entropy with [Adam].
///
/// One thread computes: for networks of this size threads cost more than they give, and sums whose
/// order depends on the number of cores would make a run impossible to repeat. Weights and order
/// come from [Random], whose algorithm Java's specification fixes, so equal inputs give equal
/// weights, bit for bit, on processors with the same vector instructions.
public final class Trainer {
  /// How many samples are read at once when only looking; bounds memory, changes no result.
  private static final int EVALUATION_BATCH = 1000;

  private static final ConfigProto ONE_THREAD =
      ConfigProto.newBuilder()
          .setIntraOpParallelismThreads(1)
          .setInterOpParallelismThreads(1)
          .build();

  private final Network network;
  private final Hyperparameters parameters;

  public Trainer(Network network, Hyperparameters parameters) {
    this.network = network;
    this.parameters = parameters;
  }

  /// Trains on all but the last samples, which measure how it goes.
  ///
  /// @throws TrainingCancelled when `progress` asks to stop
  public TrainedNetwork train(Samples samples, TrainingProgress progress) {
    int training = samples.size() - parameters.validationSamples();
    if (training < parameters.batchSize()) {
      throw new IllegalArgumentException("Too few samples to hold out a validation part");
    }
    QuietStart.ofTensorFlow(ONE_THREAD);
    var random = new Random(parameters.seed());
    var run = new Run(samples.part(0, training), samples.part(training, samples.size()));
    try (var graph = new Graph();
        var session = new Session(graph, ONE_THREAD)) {
      var steps = new TrainingGraph(Ops.create(graph), network, parameters.learningRate());
      steps.start(session, startValues(random));
      for (int epoch = 1; epoch <= parameters.epochs(); epoch++) {
        run.epoch(epoch, steps, session, random, progress);
      }
      return new TrainedNetwork(network, parameters, steps.weights(session), run.history);
    }
  }

  private Map<String, float[]> startValues(Random random) {
    var values = new LinkedHashMap<String, float[]>();
    for (Weight weight : network.weights()) {
      values.put(weight.name(), weight.startValues(random));
    }
    return values;
  }

  /// The samples of one run, and how it has gone so far.
  private final class Run {
    private final Samples training;
    private final Samples validation;
    private final List<EpochFigures> history = new ArrayList<>();
    private final int[] order;

    Run(Samples training, Samples validation) {
      this.training = training;
      this.validation = validation;
      order = IntStream.range(0, training.size()).toArray();
    }

    void epoch(
        int epoch, TrainingGraph graph, Session session, Random random, TrainingProgress progress) {
      shuffle(random);
      int steps = Math.ceilDiv(order.length, parameters.batchSize());
      double lossSum = 0;
      int right = 0;
      for (int step = 1; step <= steps; step++) {
        if (progress.isCancelled()) {
          throw new TrainingCancelled();
        }
        int from = (step - 1) * parameters.batchSize();
        int to = Math.min(from + parameters.batchSize(), order.length);
        try (var batch = Batch.of(training, order, from, to)) {
          TrainingGraph.Outcome outcome = graph.learn(session, batch);
          lossSum += outcome.loss() * batch.size();
          right += outcome.right();
          progress.onStep(epoch, step, steps, outcome.loss());
        }
      }
      var figures =
          new EpochFigures(
              epoch,
              lossSum / order.length,
              (double) right / order.length,
              accuracy(graph, session));
      history.add(figures);
      progress.onEpoch(figures);
    }

    private double accuracy(TrainingGraph graph, Session session) {
      int[] inOrder = IntStream.range(0, validation.size()).toArray();
      int right = 0;
      for (int from = 0; from < inOrder.length; from += EVALUATION_BATCH) {
        int to = Math.min(from + EVALUATION_BATCH, inOrder.length);
        try (var batch = Batch.of(validation, inOrder, from, to)) {
          right += graph.read(session, batch).right();
        }
      }
      return (double) right / inOrder.length;
    }

    /// Fisher and Yates's, which makes every order as likely as any other.
    private void shuffle(Random random) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
    }
  }
}
