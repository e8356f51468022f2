package dev.inkling.model.network;

import dev.inkling.model.ink.Normalizer;
import dev.inkling.model.ink.Preprocessing;
import dev.inkling.model.network.ConvolutionTower.Layer;
import java.util.List;

/// The network that reads what real hands draw: seven convolutions with batch normalisation, then
/// two heads, one that tells the ten digits apart and one that tells digits from everything else.
///
/// It halves the picture by strides instead of pooling, early, so that most of its arithmetic is
/// spent at 14 x 14 and 7 x 7, where a stroke is one or two pixels wide: that buys twice the
/// channels for the same time. Three of the layers add what they were given to what they make
/// (K. He et al., "Deep Residual Learning for Image Recognition", 2016). When it reads, the
/// normalisation is folded into the convolutions.
public record RobustNetwork() implements ConvolutionalNetwork {
  /// After the last layer the picture is 5 x 5.
  private static final int FEATURES = 5 * 5 * 128;

  private static final ConvolutionTower TOWER =
      new ConvolutionTower(
          List.of(
              new Layer(1, 1, 24, 1, "SAME", false),
              new Layer(2, 24, 24, 1, "SAME", true),
              new Layer(3, 24, 64, 2, "SAME", false),
              new Layer(4, 64, 64, 1, "SAME", true),
              new Layer(5, 64, 128, 2, "SAME", false),
              new Layer(6, 128, 128, 1, "SAME", true),
              new Layer(7, 128, 128, 1, "VALID", false)),
          FEATURES);

  @Override
  public String name() {
    return "robust";
  }

  @Override
  public String architecture() {
    return "seven 3x3 convolutions of 24, 24 (residual), 64 (stride 2), 64 (residual), 128 (stride 2), 128 (residual) and 128 channels, each with batch normalisation and a rectifier; two dense heads on the last 5x5x128: ten digits, and digit or not; takes light on dark";
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
