package dev.inkling.model.network;

import dev.inkling.model.ink.Normalizer;
import dev.inkling.model.ink.Preprocessing;
import dev.inkling.model.network.ConvolutionTower.Layer;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/// The network that tells where one digit of a number ends and the next begins: it sees a segment
/// of a line of digits among its neighbours, and its second head says whether the segment is one
/// whole digit and nothing else. Its first head says which, for where a segment was cut out of ink
/// the other networks, which see it alone, see too much or too little.
public record SegmentNetwork() implements ConvolutionalNetwork {
  /// After the last layer the picture is 5 x 5.
  private static final int FEATURES = 5 * 5 * 64;

  private static final ConvolutionTower TOWER =
      new ConvolutionTower(
          List.of(
              new Layer(1, 3, 1, 16, 1, "SAME", false),
              new Layer(2, 3, 16, 32, 2, "SAME", false),
              new Layer(3, 3, 32, 32, 1, "SAME", true),
              new Layer(4, 3, 32, 64, 2, "SAME", false),
              new Layer(5, 3, 64, 64, 1, "SAME", true),
              new Layer(6, 3, 64, 64, 1, "VALID", false)),
          FEATURES);

  @Override
  public String name() {
    return "segments";
  }

  @Override
  public String architecture() {
    return "six 3x3 convolutions of 16, 32 (stride 2), 32 (residual), 64 (stride 2), 64 (residual) and 64 channels, each with batch normalisation and a rectifier; two dense heads on the last 5x5x64: ten digits, and one whole digit or not; takes a segment light and its neighbours dark, on grey";
  }

  /// Lines of digits are found as one digit is.
  @Override
  public Preprocessing preprocessing() {
    return new Normalizer();
  }

  @Override
  public ConvolutionTower tower() {
    return TOWER;
  }

  /// The segment above 0, its neighbours below.
  @Override
  public Operand<TFloat32> input(Ops tf, Operand<TFloat32> glyphs) {
    return tf.math.sub(tf.math.mul(glyphs, tf.constant(2f)), tf.constant(1f));
  }
}
