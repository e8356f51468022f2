package dev.inkling.model.training;

import dev.inkling.model.data.Samples;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.network.Computation;
import dev.inkling.model.network.Learning;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.Scores;
import dev.inkling.model.network.Variables;
import dev.inkling.model.network.Weight;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/// A network with its loss and the optimizer that lowers it. The loss is the mean categorical
/// cross-entropy, and of networks that tell digits from other things, the mean binary cross-entropy
/// of that on top.
final class TrainingGraph {
  /// How much of a measured weight stays at each step; the batch gives the rest.
  private static final float MEASURED_STAYS = 0.99f;

  private final Placeholder<TFloat32> glyphs;
  private final Placeholder<TFloat32> truths;
  private final Placeholder<TFloat32> digitness;
  private final Operand<TFloat32> loss;
  private final Operand<TInt64> answers;
  private final Variables variables;
  private final Adam adam;
  private final List<Op> measurements;

  /// @param loss mean over the batch
  /// @param right how many digits of the batch were read right
  /// @param digits how many of the batch are digits
  record Outcome(double loss, int right, int digits) {}

  TrainingGraph(Ops tf, Network network, double weightDecay) {
    glyphs =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, Glyph.SIDE, Glyph.SIDE)));
    truths = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 10)));
    digitness = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
    variables = Variables.declare(tf, network.weights());
    Learning learning = network.learning(tf, glyphs, variables.operands());
    loss = loss(tf, learning.scores());
    answers = tf.math.argMax(learning.scores().digits(), tf.constant(1));
    adam =
        new Adam(
            tf,
            loss,
            network.weights().stream().filter(Weight::trained).toList(),
            variables,
            weightDecay);
    measurements =
        learning.statistics().entrySet().stream()
            .map(measured -> measurement(tf, measured.getKey(), measured.getValue()))
            .toList();
  }

  private Operand<TFloat32> loss(Ops tf, Scores scores) {
    Operand<TFloat32> ofDigits =
        tf.math.mean(
            tf.nn.softmaxCrossEntropyWithLogits(scores.digits(), truths).loss(), tf.constant(0));
    return scores
        .digitness()
        .<Operand<TFloat32>>map(logit -> tf.math.add(ofDigits, digitnessLoss(tf, logit)))
        .orElse(ofDigits);
  }

  /// max(x, 0) - x z + log(1 + e^-|x|) for a logit x and a truth z: the cross-entropy in a form
  /// that never overflows.
  private Operand<TFloat32> digitnessLoss(Ops tf, Operand<TFloat32> logit) {
    Operand<TFloat32> linear = tf.math.sub(tf.nn.relu(logit), tf.math.mul(logit, digitness));
    Operand<TFloat32> curved = tf.math.softplus(tf.math.neg(tf.math.abs(logit)));
    return tf.math.mean(tf.math.add(linear, curved), tf.array(0, 1));
  }

  private Op measurement(Ops tf, String name, Operand<TFloat32> measured) {
    Operand<TFloat32> variable = variables.operand(name);
    Operand<TFloat32> change =
        tf.math.mul(tf.math.sub(measured, variable), tf.constant(1 - MEASURED_STAYS));
    return tf.assignAdd(variable, change);
  }

  /// Begins from these weights.
  void start(Session session, Map<String, float[]> weights) {
    goOn(session, weights, adam.noMoments(), 0);
  }

  /// Goes on from these weights and the optimizer's state after `steps` steps.
  void goOn(
      Session session, Map<String, float[]> weights, Map<String, float[]> moments, int steps) {
    variables.assign(session, weights);
    adam.start(session, moments, steps);
  }

  /// Takes one step.
  Outcome learn(Session session, Batch batch, double learningRate) {
    try (var step = adam.nextStep(learningRate)) {
      var runner = step.addTo(session.runner());
      measurements.forEach(runner::addTarget);
      runner.feed(glyphs, batch.glyphs()).feed(truths, batch.truths());
      runner.feed(digitness, batch.digitness());
      try (var result = Computation.run(runner.fetch(loss).fetch(answers))) {
        return outcome(((TFloat32) result.get(0)).getFloat(), (TInt64) result.get(1), batch);
      }
    }
  }

  private static Outcome outcome(double loss, TInt64 said, Batch batch) {
    int right = 0;
    int digits = 0;
    for (int i = 0; i < batch.size(); i++) {
      right += said.getLong(i) == batch.digits()[i] ? 1 : 0;
      digits += batch.digits()[i] != Samples.NO_DIGIT ? 1 : 0;
    }
    return new Outcome(loss, right, digits);
  }

  /// The weights as they are now.
  Map<String, float[]> weights(Session session) {
    return variables.read(session);
  }

  /// The optimizer's moving means as they are now.
  Map<String, float[]> moments(Session session) {
    return adam.moments(session);
  }

  int steps() {
    return adam.steps();
  }
}
