package dev.inkling.model.network;

import dev.inkling.model.ink.Glyph;
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

/// Convolutions one after the other, each with batch normalisation and a rectifier, and two dense
/// heads on what comes out of the last: the ten digits, and digit or not. While it learns it is
/// normalised by each batch's own mean and variance; when it reads, the normalisation is folded
/// into the convolutions.
///
/// @param layers from the first to the last, numbered from 1
/// @param features how many values come out of the last layer
public record ConvolutionTower(List<Layer> layers, int features) {
  public ConvolutionTower {
    layers = List.copyOf(layers);
  }

  private static final int DIGITS = 10;

  /// A convolution, batch normalisation and a rectifier.
  ///
  /// @param side of the square of pixels that it looks at, odd
  /// @param from channels that it is given
  /// @param to channels that it makes
  /// @param stride 2 halves the picture
  /// @param padding `SAME` keeps its size, `VALID` takes off a border of half the side
  /// @param residual adds the input to the output
  public record Layer(
      int number, int side, int from, int to, int stride, String padding, boolean residual) {}

  List<Weight> weights() {
    var weights = new ArrayList<Weight>();
    for (Layer layer : layers) {
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
    List<Long> shape =
        List.of((long) layer.side, (long) layer.side, (long) layer.from, (long) layer.to);
    return new Weight(name(layer, "kernel"), shape, Weight.Start.HE_NORMAL);
  }

  private List<Weight> heads() {
    return Stream.concat(head("digits", DIGITS).stream(), head("digitness", 1).stream()).toList();
  }

  private List<Weight> head(String name, long outputs) {
    return List.of(
        new Weight(
            name + ".kernel", List.of((long) features, outputs), Weight.Start.GLOROT_UNIFORM),
        new Weight(name + ".bias", List.of(outputs), Weight.Start.ZERO));
  }

  List<Weight> readingWeights() {
    var weights = new ArrayList<Weight>();
    for (Layer layer : layers) {
      weights.add(kernel(layer));
      weights.add(new Weight(name(layer, "bias"), List.of((long) layer.to), Weight.Start.ZERO));
    }
    weights.addAll(heads());
    return weights;
  }

  Map<String, float[]> readingValues(Map<String, float[]> found) {
    var values = new LinkedHashMap<String, float[]>();
    for (Layer layer : layers) {
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

  Scores scores(
      Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights) {
    return new Graph(tf, weights, false).build(glyphs);
  }

  Learning learning(
      Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights) {
    var graph = new Graph(tf, weights, true);
    Scores scores = graph.build(glyphs);
    return new Learning(scores, graph.statistics);
  }

  private static String name(Layer layer, String part) {
    return "conv_" + layer.number + "." + part;
  }

  /// The layers in one graph.
  private final class Graph {
    private final Ops tf;
    private final Map<String, ? extends Operand<TFloat32>> weights;
    private final boolean learns;
    private final Map<String, Operand<TFloat32>> statistics = new LinkedHashMap<>();

    Graph(Ops tf, Map<String, ? extends Operand<TFloat32>> weights, boolean learns) {
      this.tf = tf;
      this.weights = weights;
      this.learns = learns;
    }

    Scores build(Operand<TFloat32> glyphs) {
      Operand<TFloat32> signal = tf.reshape(glyphs, tf.array(-1, Glyph.SIDE, Glyph.SIDE, 1));
      for (Layer layer : layers) {
        Operand<TFloat32> convolved = convolved(layer, signal);
        Operand<TFloat32> made =
            learns
                ? normalised(layer, convolved)
                : tf.nn.biasAdd(convolved, weight(name(layer, "bias")));
        signal = tf.nn.relu(layer.residual ? tf.math.add(made, signal) : made);
      }
      Operand<TFloat32> flat = tf.reshape(signal, tf.array(-1, features));
      return new Scores(head("digits", flat), Optional.of(head("digitness", flat)));
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

    private Operand<TFloat32> head(String name, Operand<TFloat32> flat) {
      return tf.math.add(tf.linalg.matMul(flat, weight(name + ".kernel")), weight(name + ".bias"));
    }

    private Operand<TFloat32> weight(String name) {
      return Objects.requireNonNull(weights.get(name));
    }
  }
}
