package dev.inkling.model.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/// The optimizer of D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization" (2015), with
/// Keras's constants.
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
  private final List<Op> resets = new ArrayList<>();
  private final Op update;
  private int steps;

  /// Adds the gradients of `loss` and their updates to the graph.
  ///
  /// @param variables with their shapes known
  Adam(
      Ops tf,
      Operand<TFloat32> loss,
      Collection<? extends Operand<TFloat32>> variables,
      double learningRate) {
    beta1Power = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    beta2Power = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    Gradients gradients = tf.gradients(loss, variables);
    Ops afterGradients =
        tf.withControlDependencyOps(gradients.dy().stream().map(Output::op).toList());
    var updates = new ArrayList<Op>();
    for (var variable : variables) {
      updates.add(
          afterGradients.train.applyAdam(
              variable,
              moment(tf, variable.shape()),
              moment(tf, variable.shape()),
              beta1Power,
              beta2Power,
              tf.constant((float) learningRate),
              tf.constant((float) BETA_1),
              tf.constant((float) BETA_2),
              tf.constant(EPSILON),
              gradients.<TFloat32>dy(updates.size())));
    }
    update = tf.withControlDependencies(updates).noOp();
  }

  /// Forgets every step taken.
  void reset(Session session) {
    steps = 0;
    var runner = session.runner();
    resets.forEach(runner::addTarget);
    runner.run().close();
  }

  /// The next step, to be added to a run that feeds a batch, and closed after it.
  Step nextStep() {
    steps++;
    return new Step(
        TFloat32.scalarOf((float) Math.pow(BETA_1, steps)),
        TFloat32.scalarOf((float) Math.pow(BETA_2, steps)));
  }

  /// One update, with the powers of the betas that correct the moments' bias at that step.
  final class Step implements AutoCloseable {
    private final TFloat32 first;
    private final TFloat32 second;

    private Step(TFloat32 first, TFloat32 second) {
      this.first = first;
      this.second = second;
    }

    Session.Runner addTo(Session.Runner runner) {
      return runner.feed(beta1Power, first).feed(beta2Power, second).addTarget(update);
    }

    @Override
    public void close() {
      first.close();
      second.close();
    }
  }

  private Variable<TFloat32> moment(Ops tf, Shape shape) {
    Variable<TFloat32> moment = tf.variable(shape, TFloat32.class);
    resets.add(tf.assign(moment, tf.zeros(tf.constant(shape), TFloat32.class)));
    return moment;
  }
}
