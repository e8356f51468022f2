package dev.inkling.model.network;

import dev.inkling.model.ink.Preprocessing;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/// A network that has been exported and learns on: with the arrays that it reads with. What was
/// folded into them, such as batch normalisation, stays as it is; a few drawings could not measure
/// it anew.
///
/// @param network that was exported
public record Continued(Network network) implements Network {
  @Override
  public String name() {
    return network.name();
  }

  @Override
  public String architecture() {
    return network.architecture();
  }

  @Override
  public Preprocessing preprocessing() {
    return network.preprocessing();
  }

  @Override
  public List<Weight> weights() {
    return network.readingWeights();
  }

  @Override
  public Scores scores(
      Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights) {
    return network.scores(tf, glyphs, weights);
  }
}
