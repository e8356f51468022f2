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
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/// The network that reads what real hands draw: seven convolutions with batch normalisation, then
/// two heads, one that tells the ten digits apart and one that tells digits from everything else.
///
/// It halves the picture by strides instead of pooling, early, so that most of its arithmetic is
/// spent at 14 x 14 and 7 x 7, where a stroke is one or two pixels wide: that buys twice the
/// channels for the same time. Three of the layers add what they were given to what they make
/// (K. He et al., "Deep Residual Learning for Image Recognition", 2016). When it reads, the
/// normalisation is folded into the convolutions.
public record RobustNetwork() implements Network {
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
          new Layer(2, 24, 24, 1, "SAME", true),
          new Layer(3, 24, 64, 2, "SAME", false),
          new Layer(4, 64, 64, 1, "SAME", true),
          new Layer(5, 64, 128, 2, "SAME", false),
          new Layer(6, 128, 128, 1, "SAME", true),
          new Layer(7, 128, 128, 1, "VALID", false));

  /// After the last layer the picture is 5 x 5.
  private static final int FEATURES = 5 * 5 * 128;

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
  public List<Weight> weights() {
    var weights = new ArrayList<Weight>();
    for (Layer layer : LAYERS) {
      List<Long> channels = List.of((long) layer.to);
      weights.add(kernel(layer));
      weights.add(new Weight(name(layer, "scale"), channels, Weight.Start.ONE));
      weights.add(new Weight(name(layer, "offset"), channels, Weight.Start.ZERO));
      weights.add(Weight.measured(name(layer, "mean"), channels, Weight.Start.ZERO));
      weights.add(Weight.measured(name(layer, "variance"), channels, Weight.Start.ONE));
    }
    weights.addAll(heads());
    return weights;
  }

  private static Weight kernel(Layer layer) {
    List<Long> shape = List.of(3L, 3L, (long) layer.from, (long) layer.to);
    return new Weight(name(layer, "kernel"), shape, Weight.Start.HE_NORMAL);
  }

  private static List<Weight> heads() {
    return Stream.concat(head("digits", DIGITS).stream(), head("digitness", 1).stream()).toList();
  }

  private static List<Weight> head(String name, long outputs) {
    return List.of(
        new Weight(
            name + ".kernel", List.of((long) FEATURES, outputs), Weight.Start.GLOROT_UNIFORM),
        new Weight(name + ".bias", List.of(outputs), Weight.Start.ZERO));
  }

  @Override
  public List<Weight> readingWeights() {
    var weights = new ArrayList<Weight>();
    for (Layer layer : LAYERS) {
      weights.add(kernel(layer));
      weights.add(new Weight(name(layer, "bias"), List.of((long) layer.to), Weight.Start.ZERO));
    }
    weights.addAll(heads());
    return weights;
  }

  @Override
  public Map<String, float[]> readingValues(Map<String, float[]> found) {
    var values = new LinkedHashMap<String, float[]>();
    for (Layer layer : LAYERS) {
      var normalization =
          new BatchNormalization(
              value(found, name(layer, "scale")),
              value(found, name(layer, "offset")),
              value(found, name(layer, "mean")),
              value(found, name(layer, "variance")));
      String kernel = name(layer, "kernel");
      values.put(kernel, normalization.kernel(value(found, kernel)));
      values.put(name(layer, "bias"), normalization.bias());
    }
    heads().forEach(weight -> values.put(weight.name(), value(found, weight.name())));
    return values;
  }

  private static float[] value(Map<String, float[]> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
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

  /// The layers in one graph: while learning, normalised by the batch's own mean and variance.
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
        Operand<TFloat32> convolved = convolved(layer, signal);
        Operand<TFloat32> made =
            learns
                ? normalised(layer, convolved)
                : tf.nn.biasAdd(convolved, weight(name(layer, "bias")));
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
      Operand<TFloat32> none = tf.constant(new float[0]);
      FusedBatchNorm<TFloat32, TFloat32> batch =
          tf.nn.fusedBatchNorm(
              signal,
              weight(name(layer, "scale")),
              weight(name(layer, "offset")),
              none,
              none,
              FusedBatchNorm.epsilon(BatchNormalization.EPSILON),
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
