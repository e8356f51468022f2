package dev.inkling.model.serving;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.Scores;
import dev.inkling.model.network.Variables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/// Writes a network as a SavedModel. Its graph is built anew for reading glyphs only: with the
/// optimizer's state in it the file would be three times larger.
final class SavedModelWriter {
  private static final String METHOD = "tensorflow/serving/predict";

  private SavedModelWriter() {}

  /// @param weights that training found
  /// @param temperature what the logits are divided by
  static void write(Network network, Map<String, float[]> weights, double temperature, Path folder)
      throws IOException {
    try (var graph = new Graph();
        var session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> glyph =
          tf.withName(SavedNetwork.INPUT)
              .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, Glyph.SIDE, Glyph.SIDE)));
      Variables variables = Variables.declare(tf, network.readingWeights());
      Scores scores = network.scores(tf, glyph, variables.operands());
      Operand<TFloat32> logits = scores.digits();
      if (temperature != 1) {
        logits = tf.math.div(logits, tf.constant((float) temperature));
      }
      var signature =
          Signature.builder()
              .key(Signature.DEFAULT_KEY)
              .methodName(METHOD)
              .input(SavedNetwork.INPUT, glyph)
              .output(
                  SavedNetwork.PROBABILITIES,
                  tf.withName(SavedNetwork.PROBABILITIES).nn.softmax(logits));
      scores
          .digitness()
          .ifPresent(
              logit ->
                  signature.output(
                      SavedNetwork.DIGITNESS,
                      tf.withName(SavedNetwork.DIGITNESS)
                          .reshape(tf.math.sigmoid(logit), tf.array(-1))));
      variables.assign(session, network.readingValues(weights));
      SavedModelBundle.exporter(folder.toString())
          .withSession(session)
          .withSignature(signature.build())
          .withSignature(saliency(tf, glyph, logits))
          .export();
    }
  }

  /// The gradient of the highest logit, which is the winning digit's. Those of a whole batch can be
  /// had at once, since no glyph's answer depends on another.
  private static Signature saliency(Ops tf, Placeholder<TFloat32> glyph, Operand<TFloat32> logits) {
    Operand<TFloat32> highest = tf.reduceMax(logits, tf.constant(1));
    Operand<TFloat32> gradient = tf.gradients(highest, List.of(glyph)).dy(0);
    return Signature.builder()
        .key(ModelSignature.SALIENCY)
        .methodName(METHOD)
        .input(SavedNetwork.INPUT, glyph)
        .output(
            SavedNetwork.GRADIENT,
            tf.withName(SavedNetwork.GRADIENT)
                .reshape(gradient, tf.array(-1, Glyph.SIDE, Glyph.SIDE)))
        .build();
  }
}
