package dev.inkling.model.training;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.Variables;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/// A network with its loss, mean categorical cross-entropy, and the optimizer that lowers it.
final class TrainingGraph {
  private final Placeholder<TFloat32> glyphs;
  private final Placeholder<TFloat32> truths;
  private final Operand<TFloat32> loss;
  private final Operand<TInt64> answers;
  private final Variables variables;
  private final Adam adam;

  /// @param loss mean over the batch
  /// @param right how many of the batch were read right
  record Outcome(double loss, int right) {}

  TrainingGraph(Ops tf, Network network, double learningRate) {
    glyphs =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, Glyph.SIDE, Glyph.SIDE)));
    truths = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 10)));
    variables = Variables.declare(tf, network.weights());
    Operand<TFloat32> logits = network.logits(tf, glyphs, variables.operands());
    loss = tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(logits, truths).loss(), tf.constant(0));
    answers = tf.math.argMax(logits, tf.constant(1));
    adam = new Adam(tf, loss, variables.operands().values(), learningRate);
  }

  /// Begins from these weights.
  void start(Session session, Map<String, float[]> weights) {
    variables.assign(session, weights);
    adam.reset(session);
  }

  /// Takes one step.
  Outcome learn(Session session, Batch batch) {
    try (var step = adam.nextStep()) {
      return run(step.addTo(session.runner()), batch);
    }
  }

  /// Only looks.
  Outcome read(Session session, Batch batch) {
    return run(session.runner(), batch);
  }

  /// The weights as they are now.
  Map<String, float[]> weights(Session session) {
    return variables.read(session);
  }

  private Outcome run(Session.Runner runner, Batch batch) {
    runner.feed(glyphs, batch.glyphs()).feed(truths, batch.truths());
    try (var result = runner.fetch(loss).fetch(answers).run()) {
      var said = (TInt64) result.get(1);
      int right = 0;
      for (int i = 0; i < batch.size(); i++) {
        right += said.getLong(i) == batch.digits()[i] ? 1 : 0;
      }
      return new Outcome(((TFloat32) result.get(0)).getFloat(), right);
    }
  }
}
