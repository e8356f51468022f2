package dev.inkling.model.training;

import dev.inkling.model.network.Variables;
import dev.inkling.model.network.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/// The optimizer of D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization" (2015), with
/// Keras's constants. With weight decay, kernels shrink at each step by a share of themselves,
/// which keeps a network from fitting what only its training samples have (I. Loshchilov and F.
/// Hutter, "Decoupled Weight Decay Regularization", 2019).
///
/// tensorflow-framework has one too, but its updates race with its beta powers, so that two runs
/// differ. Here every update waits for all gradients, and the beta powers are fed: runs from the
/// same seed agree to the last bit.
final class Adam {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final float EPSILON = 1e-7f;

  private final Placeholder<TFloat32> beta1Power;
  private final Placeholder<TFloat32> beta2Power;
  private final Placeholder<TFloat32> learningRate;
  private final List<Weight> momentWeights;
  private final Variables moments;
  private final Op update;
  private int steps;

  /// Adds the gradients of `loss` and their updates to the graph.
  ///
  /// @param trained the weights that it moves
  /// @param variables of all weights
  /// @param decay the share of a kernel that goes at each step, over the learning rate
  Adam(Ops tf, Operand<TFloat32> loss, List<Weight> trained, Variables variables, double decay) {
    beta1Power = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    beta2Power = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    learningRate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    momentWeights =
        trained.stream().flatMap(weight -> Stream.of(first(weight), second(weight))).toList();
    moments = Variables.declare(tf, momentWeights);
    List<Operand<TFloat32>> moved =
        trained.stream().map(weight -> variables.operand(weight.name())).toList();
    Gradients gradients = tf.gradients(loss, moved);
    Ops afterGradients =
        tf.withControlDependencyOps(gradients.dy().stream().map(Output::op).toList());
    var updates = new ArrayList<Op>();
    for (Weight weight : trained) {
      updates.add(
          afterGradients.train.applyAdam(
              variables.operand(weight.name()),
              moments.operand(first(weight).name()),
              moments.operand(second(weight).name()),
              beta1Power,
              beta2Power,
              learningRate,
              tf.constant((float) BETA_1),
              tf.constant((float) BETA_2),
              tf.constant(EPSILON),
              gradients.<TFloat32>dy(updates.size())));
    }
    if (decay > 0) {
      Ops afterUpdates = tf.withControlDependencies(updates);
      List<Op> shrunk = new ArrayList<>();
      for (Weight weight : trained) {
        if (weight.isKernel()) {
          shrunk.add(shrunk(afterUpdates, variables.operand(weight.name()), decay));
        }
      }
      updates.addAll(shrunk);
    }
    update = tf.withControlDependencies(updates).noOp();
  }

  private Op shrunk(Ops tf, Operand<TFloat32> variable, double decay) {
    Operand<TFloat32> share = tf.math.mul(learningRate, tf.constant((float) decay));
    return tf.assignSub(variable, tf.math.mul(variable, share));
  }

  /// The moving means of gradients and of their squares, before any step.
  Map<String, float[]> noMoments() {
    return momentWeights.stream()
        .collect(Collectors.toMap(Weight::name, moment -> new float[moment.size()]));
  }

  /// The moving means as they are now.
  Map<String, float[]> moments(Session session) {
    return moments.read(session);
  }

  /// Goes on from `taken` steps that left these moving means.
  void start(Session session, Map<String, float[]> means, int taken) {
    moments.assign(session, means);
    steps = taken;
  }

  int steps() {
    return steps;
  }

  /// The next step, to be added to a run that feeds a batch, and closed after it.
  Step nextStep(double rate) {
    steps++;
    return new Step(
        TFloat32.scalarOf((float) Math.pow(BETA_1, steps)),
        TFloat32.scalarOf((float) Math.pow(BETA_2, steps)),
        TFloat32.scalarOf((float) rate));
  }

  /// One update, with the powers of the betas that correct the moments' bias at that step.
  final class Step implements AutoCloseable {
    private final TFloat32 first;
    private final TFloat32 second;
    private final TFloat32 rate;

    private Step(TFloat32 first, TFloat32 second, TFloat32 rate) {
      this.first = first;
      this.second = second;
      this.rate = rate;
    }

    Session.Runner addTo(Session.Runner runner) {
      return runner
          .feed(beta1Power, first)
          .feed(beta2Power, second)
          .feed(learningRate, rate)
          .addTarget(update);
    }

    @Override
    public void close() {
      first.close();
      second.close();
      rate.close();
    }
  }

  private static Weight first(Weight weight) {
    return moment(weight, "%s.first_moment"::formatted);
  }

  private static Weight second(Weight weight) {
    return moment(weight, "%s.second_moment"::formatted);
  }

  private static Weight moment(Weight weight, Function<String, String> name) {
    return new Weight(name.apply(weight.name()), weight.shape(), Weight.Start.ZERO);
  }
}
