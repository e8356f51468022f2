package dev.inkling.model.network;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Preprocessing;
import dev.inkling.model.ink.Resize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/// The network that Inkling grew out of: 784-256-128-10, sigmoid between the layers. It was
/// trained on dark-on-white MNIST, so the first thing its graph does is to turn ink into darkness.
public record SeedNetwork() implements Network {
  private static final List<Integer> LAYERS = List.of(Glyph.PIXELS, 256, 128, 10);

  @Override
  public String name() {
    return "seed";
  }

  @Override
  public String architecture() {
    return "784-256-128-10, fully connected, sigmoid hidden layers, softmax; sees dark on white (1 - ink)";
  }

  @Override
  public Preprocessing preprocessing() {
    return new Resize();
  }

  @Override
  public List<Weight> weights() {
    var weights = new ArrayList<Weight>();
    for (int layer = 1; layer < LAYERS.size(); layer++) {
      long inputs = LAYERS.get(layer - 1);
      long outputs = LAYERS.get(layer);
      weights.add(new Weight(kernel(layer), List.of(inputs, outputs), Weight.Start.GLOROT_UNIFORM));
      weights.add(new Weight(bias(layer), List.of(outputs), Weight.Start.ZERO));
    }
    return weights;
  }

  @Override
  public Operand<TFloat32> logits(
      Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights) {
    Operand<TFloat32> paperWhite = tf.math.sub(tf.constant(1f), glyphs);
    Operand<TFloat32> signal = tf.reshape(paperWhite, tf.array(-1, Glyph.PIXELS));
    for (int layer = 1; layer < LAYERS.size(); layer++) {
      Operand<TFloat32> kernel = Objects.requireNonNull(weights.get(kernel(layer)));
      Operand<TFloat32> bias = Objects.requireNonNull(weights.get(bias(layer)));
      Operand<TFloat32> sum = tf.math.add(tf.linalg.matMul(signal, kernel), bias);
      signal = layer < LAYERS.size() - 1 ? tf.math.sigmoid(sum) : sum;
    }
    return signal;
  }

  private static String kernel(int layer) {
    return "dense_" + layer + "/kernel";
  }

  private static String bias(int layer) {
    return "dense_" + layer + "/bias";
  }
}
