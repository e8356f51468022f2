package dev.inkling.model.network;

import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/// A network that is a [ConvolutionTower], and how it takes its glyphs.
public sealed interface ConvolutionalNetwork extends Network permits RobustNetwork, SegmentNetwork {

  ConvolutionTower tower();

  /// What the tower gets of the glyphs; bare paper is to be 0, as it is around them.
  default Operand<TFloat32> input(Ops tf, Operand<TFloat32> glyphs) {
    return glyphs;
  }

  @Override
  default List<Weight> weights() {
    return tower().weights();
  }

  @Override
  default List<Weight> readingWeights() {
    return tower().readingWeights();
  }

  @Override
  default Map<String, float[]> readingValues(Map<String, float[]> found) {
    return tower().readingValues(found);
  }

  @Override
  default Scores scores(
      Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights) {
    return tower().scores(tf, input(tf, glyphs), weights);
  }

  @Override
  default Learning learning(
      Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights) {
    return tower().learning(tf, input(tf, glyphs), weights);
  }
}
