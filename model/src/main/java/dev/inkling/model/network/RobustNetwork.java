package dev.inkling.model.network;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Normalizer;
import dev.inkling.model.ink.Preprocessing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/// The network that reads what real hands draw: seven convolutions with batch normalisation, then
/// two heads, one that tells the ten digits apart and one that tells digits from everything else.
///
/// It halves the picture by strides instead of pooling, early, so that most of its arithmetic is
/// spent at 14 x 14 and 7 x 7, where a stroke is one or two pixels wide: that buys twice the
/// channels for the same time. Two of the layers add what they were given to what they make
/// (K. He et al., "Deep Residual Learning for Image Recognition", 2016).
public record RobustNetwork() implements Network {
  private static final float EPSILON = 1e-3f;
  private static final int DIGITS = 10;

  /// A convolution of 3 x 3, batch normalisation and a rectifier.
  ///
  /// @param stride 2 halves the picture
  /// @param padding `SAME` keeps its size, `VALID` takes a border of one pixel off
  /// @param residual adds the input to the output
  private record Layer(
      int number, int from, int to, int stride, String padding, boolean residual) {}

  private static final List<Layer> LAYERS =
      List.of(
          new Layer(1, 1, 24, 1, "SAME", false),
          new Layer(2, 24, 48, 2, "SAME", false),
          new Layer(3, 48, 64, 1, "SAME", false),
          new Layer(4, 64, 64, 1, "SAME", true),
          new Layer(5, 64, 96, 2, "SAME", false),
          new Layer(6, 96, 96, 1, "SAME", true),
          new Layer(7, 96, 128, 1, "VALID", false));

  /// After the last layer the picture is 5 x 5.
  private static final int FEATURES = 5 * 5 * 128;

  @Override
  public String name() {
    return "robust";
  }

  @Override
  public String architecture() {
    return "seven 3x3 convolutions of 24, 48 (stride 2), 64, 64 (residual), 96 (stride 2), 96 (residual) and 128 channels, each with batch normalisation and a rectifier; two dense heads on the last 5x5x128: ten digits, and digit or not; takes light on dark";
  }

  @Override
  public Preprocessing preprocessing() {
    return new Normalizer();
  }

  @Override
  public List<Weight> weights() {
    var weights = new ArrayList<Weight>();
    for (Layer layer : LAYERS) {
      long from = layer.from;
      long to = layer.to;
      List<Long> channels = List.of(to);
      weights.add(
          new Weight(name(layer, "kernel"), List.of(3L, 3L, from, to), Weight.Start.HE_NORMAL));
      weights.add(new Weight(name(layer, "scale"), channels, Weight.Start.ONE));
      weights.add(new Weight(name(layer, "offset"), channels, Weight.Start.ZERO));
      weights.add(Weight.measured(name(layer, "mean"), channels, Weight.Start.ZERO));
      weights.add(Weight.measured(name(layer, "variance"), channels, Weight.Start.ONE));
    }
    weights.addAll(head("digits", DIGITS));
    weights.addAll(head("digitness", 1));
    return weights;
  }

  private static List<Weight> head(String name, long outputs) {
    return List.of(
        new Weight(
            name + ".kernel", List.of((long) FEATURES, outputs), Weight.Start.GLOROT_UNIFORM),
        new Weight(name + ".bias", List.of(outputs), Weight.Start.ZERO));
  }

  @Override
  public Scores scores(
      Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights) {
    return new Tower(tf, weights, false).build(glyphs);
  }

  @Override
  public Learning learning(
      Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights) {
    var tower = new Tower(tf, weights, true);
    Scores scores = tower.build(glyphs);
    return new Learning(scores, tower.statistics);
  }

  private static String name(Layer layer, String part) {
    return "conv_" + layer.number + "." + part;
  }

  /// The layers in one graph: normalising by the batch's own mean and variance while learning, by
  /// those measured then when reading.
  private static final class Tower {
    private final Ops tf;
    private final Map<String, ? extends Operand<TFloat32>> weights;
    private final boolean learns;
    private final Map<String, Operand<TFloat32>> statistics = new LinkedHashMap<>();

    Tower(Ops tf, Map<String, ? extends Operand<TFloat32>> weights, boolean learns) {
      this.tf = tf;
      this.weights = weights;
      this.learns = learns;
    }

    Scores build(Operand<TFloat32> glyphs) {
      Operand<TFloat32> signal = tf.reshape(glyphs, tf.array(-1, Glyph.SIDE, Glyph.SIDE, 1));
      for (Layer layer : LAYERS) {
        Operand<TFloat32> made = normalised(layer, convolved(layer, signal));
        signal = tf.nn.relu(layer.residual ? tf.math.add(made, signal) : made);
      }
      Operand<TFloat32> features = tf.reshape(signal, tf.array(-1, FEATURES));
      return new Scores(head("digits", features), Optional.of(head("digitness", features)));
    }

    private Operand<TFloat32> convolved(Layer layer, Operand<TFloat32> signal) {
      List<Long> strides = List.of(1L, (long) layer.stride, (long) layer.stride, 1L);
      return tf.nn.conv2d(signal, weight(name(layer, "kernel")), strides, layer.padding);
    }

    private Operand<TFloat32> normalised(Layer layer, Operand<TFloat32> signal) {
      Operand<TFloat32> scale = weight(name(layer, "scale"));
      Operand<TFloat32> offset = weight(name(layer, "offset"));
      if (!learns) {
        return tf.nn
            .fusedBatchNorm(
                signal,
                scale,
                offset,
                weight(name(layer, "mean")),
                weight(name(layer, "variance")),
                FusedBatchNorm.epsilon(EPSILON),
                FusedBatchNorm.isTraining(false))
            .y();
      }
      Operand<TFloat32> none = tf.constant(new float[0]);
      FusedBatchNorm<TFloat32, TFloat32> batch =
          tf.nn.fusedBatchNorm(
              signal,
              scale,
              offset,
              none,
              none,
              FusedBatchNorm.epsilon(EPSILON),
              FusedBatchNorm.isTraining(true));
      statistics.put(name(layer, "mean"), batch.batchMean());
      statistics.put(name(layer, "variance"), batch.batchVariance());
      return batch.y();
    }

    private Operand<TFloat32> head(String name, Operand<TFloat32> features) {
      return tf.math.add(
          tf.linalg.matMul(features, weight(name + ".kernel")), weight(name + ".bias"));
    }

    private Operand<TFloat32> weight(String name) {
      return Objects.requireNonNull(weights.get(name));
    }
  }
}
