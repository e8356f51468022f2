package dev.inkling.model.network;

import dev.inkling.model.ink.Normalizer;
import dev.inkling.model.ink.Preprocessing;
import dev.inkling.model.network.ConvolutionTower.Layer;
import java.util.List;

/// The network that reads what real hands draw: six convolutions with batch normalisation, then two
/// heads, one that tells the ten digits apart and one that tells digits from everything else.
///
/// The first looks at 5 x 5 pixels at once and takes off a border of two, where seven of eight
/// glyphs have no ink; what the others have there is still looked at. The picture is then halved
/// early, by strides instead of pooling, so that most of the arithmetic is spent at 12 x 12 and 6 x
/// 6, where a stroke is one or two pixels wide: that buys more channels for the same time. The
/// third adds what it was given to what it makes (K. He et al., "Deep Residual Learning for Image
/// Recognition", 2016). When it reads, the normalisation is folded into the convolutions.
public record RobustNetwork() implements ConvolutionalNetwork {
  /// After the last layer the picture is 2 x 2.
  private static final int FEATURES = 2 * 2 * 160;

  private static final ConvolutionTower TOWER =
      new ConvolutionTower(
          List.of(
              new Layer(1, 5, 1, 32, 1, "VALID", false),
              new Layer(2, 3, 32, 64, 2, "SAME", false),
              new Layer(3, 3, 64, 64, 1, "SAME", true),
              new Layer(4, 3, 64, 128, 2, "SAME", false),
              new Layer(5, 3, 128, 128, 1, "VALID", false),
              new Layer(6, 3, 128, 160, 1, "VALID", false)),
          FEATURES);

  @Override
  public String name() {
    return "robust";
  }

  @Override
  public String architecture() {
    return "six convolutions, the first 5x5, the others 3x3, of 32, 64 (stride 2), 64 (residual), 128 (stride 2), 128 and 160 channels, without a border in the first and the last two, each with batch normalisation and a rectifier; two dense heads on the last 2x2x160: ten digits, and digit or not; takes light on dark";
  }

  @Override
  public Preprocessing preprocessing() {
    return new Normalizer();
  }

  @Override
  public ConvolutionTower tower() {
    return TOWER;
  }
}
