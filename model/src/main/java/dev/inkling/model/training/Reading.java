package dev.inkling.model.training;

import dev.inkling.model.data.Samples;
import dev.inkling.model.ink.Glyph;
import dev.inkling.model.network.Computation;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.Scores;
import dev.inkling.model.network.Variables;
import java.nio.FloatBuffer;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/// A network that only reads, with weights that can be changed: what a run is measured with after
/// each epoch, and calibrated with at its end.
final class Reading implements AutoCloseable {
  /// How many samples are read at once; bounds memory, changes no result.
  private static final int BATCH = 500;

  private final Graph graph = new Graph();
  private final Session session;
  private final Placeholder<TFloat32> glyphs;
  private final Network network;
  private final Variables variables;
  private final Scores scores;

  /// What a network says of samples.
  ///
  /// @param logits of the ten digits, a row a sample
  /// @param digitness logits, one a sample; empty from a network that can't tell
  record Answers(double[][] logits, double[] digitness) {
    int digit(int sample) {
      int digit = 0;
      for (int i = 1; i < logits[sample].length; i++) {
        digit = logits[sample][i] > logits[sample][digit] ? i : digit;
      }
      return digit;
    }
  }

  Reading(Network network, ConfigProto options) {
    this.network = network;
    session = new Session(graph, options);
    Ops tf = Ops.create(graph);
    glyphs =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, Glyph.SIDE, Glyph.SIDE)));
    variables = Variables.declare(tf, network.readingWeights());
    scores = network.scores(tf, glyphs, variables.operands());
  }

  /// @param weights that training found
  void use(Map<String, float[]> weights) {
    variables.assign(session, network.readingValues(weights));
  }

  /// How many of the samples are read right.
  int right(Samples samples) {
    Answers answers = read(samples);
    int right = 0;
    for (int i = 0; i < samples.size(); i++) {
      right += answers.digit(i) == samples.digit(i) ? 1 : 0;
    }
    return right;
  }

  Answers read(Samples samples) {
    var logits = new double[samples.size()][10];
    var digitness = new double[scores.digitness().isPresent() ? samples.size() : 0];
    for (int from = 0; from < samples.size(); from += BATCH) {
      read(samples, from, Math.min(BATCH, samples.size() - from), logits, digitness);
    }
    return new Answers(logits, digitness);
  }

  private void read(Samples samples, int from, int size, double[][] logits, double[] digitness) {
    var ink = FloatBuffer.allocate(size * Glyph.PIXELS);
    for (int i = from; i < from + size; i++) {
      samples.copyInk(i, ink);
    }
    try (TFloat32 batch =
        TFloat32.tensorOf(Shape.of(size, Glyph.SIDE, Glyph.SIDE), DataBuffers.of(ink.array()))) {
      var runner = session.runner().feed(glyphs, batch).fetch(scores.digits());
      scores.digitness().ifPresent(runner::fetch);
      try (var result = Computation.run(runner)) {
        var digits = (TFloat32) result.get(0);
        for (int i = 0; i < size; i++) {
          for (int k = 0; k < 10; k++) {
            logits[from + i][k] = digits.getFloat(i, k);
          }
          if (digitness.length > 0) {
            digitness[from + i] = ((TFloat32) result.get(1)).getFloat(i, 0);
          }
        }
      }
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
