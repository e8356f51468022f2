package dev.inkling.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.inkling.model.ink.Glyph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

class RobustNetworkTest {
  private static final int BATCH = 16;
  private static final Network NETWORK = new RobustNetwork();

  @BeforeAll
  static void startTensorFlow() {
    FirstSession.toLearn(ConfigProto.getDefaultInstance());
  }

  /// Given the mean and variance that a batch has, reading that batch by them must give the scores
  /// that learning gave.
  @Test
  void itReadsWithNormalisationFoldedIntoTheConvolutionsAsItLearned() {
    var random = new Random(7);
    var ink = new float[BATCH * Glyph.PIXELS];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = random.nextFloat();
    }
    Map<String, float[]> weights = NETWORK.startValues(random);
    weights.forEach(
        (name, values) -> {
          if (name.endsWith(".scale") || name.endsWith(".offset")) {
            for (int i = 0; i < values.length; i++) {
              values[i] = random.nextFloat(0.5f, 1.5f);
            }
          }
        });

    float[] learnt = learning(ink, weights);
    float[] read = reading(ink, weights);

    for (int i = 0; i < learnt.length; i++) {
      // The variance that TensorFlow tells of a batch is that of a sample, n / (n - 1) too large.
      assertThat(read[i]).isCloseTo(learnt[i], offset(0.02f + 0.02f * Math.abs(learnt[i])));
    }
  }

  /// Puts what the batch showed into `weights`.
  private static float[] learning(float[] ink, Map<String, float[]> weights) {
    try (var graph = new Graph();
        var session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      Variables variables = Variables.declare(tf, NETWORK.weights());
      variables.assign(session, weights);
      Learning learning = NETWORK.learning(tf, glyphs(tf, ink), variables.operands());
      var runner = session.runner().fetch(learning.scores().digits());
      var statistics = new LinkedHashMap<>(learning.statistics());
      statistics.values().forEach(runner::fetch);
      try (var result = runner.run()) {
        int next = 1;
        for (String name : statistics.keySet()) {
          weights.put(name, values((TFloat32) result.get(next++)));
        }
        return values((TFloat32) result.get(0));
      }
    }
  }

  private static float[] reading(float[] ink, Map<String, float[]> weights) {
    try (var graph = new Graph();
        var session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      Variables variables = Variables.declare(tf, NETWORK.readingWeights());
      variables.assign(session, NETWORK.readingValues(weights));
      Scores scores = NETWORK.scores(tf, glyphs(tf, ink), variables.operands());
      try (var result = session.runner().fetch(scores.digits()).run()) {
        return values((TFloat32) result.get(0));
      }
    }
  }

  private static Operand<TFloat32> glyphs(Ops tf, float[] ink) {
    return tf.constant(Shape.of(BATCH, Glyph.SIDE, Glyph.SIDE), DataBuffers.of(ink));
  }

  private static float[] values(TFloat32 tensor) {
    var values = new float[(int) tensor.size()];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }
}
