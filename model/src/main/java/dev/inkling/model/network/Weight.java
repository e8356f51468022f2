package dev.inkling.model.network;

import java.util.List;
import java.util.random.RandomGenerator;

/// One trainable array of a network.
///
/// @param name unique within the network; letters, digits, dots, dashes, underscores
/// @param shape such as 784, 256; a network's `fan in` comes first
public record Weight(String name, List<Long> shape, Start start) {

  /// What training begins with.
  public enum Start {
    ZERO {
      @Override
      float[] values(Weight weight, RandomGenerator random) {
        return new float[weight.size()];
      }
    },

    /// Uniform between ±√(6 / (fan in + fan out)), which keeps the signal's size from layer to
    /// layer (X. Glorot and Y. Bengio, 2010); what Keras gives a dense layer.
    GLOROT_UNIFORM {
      @Override
      float[] values(Weight weight, RandomGenerator random) {
        double limit = Math.sqrt(6.0 / (weight.shape.getFirst() + weight.shape.getLast()));
        var values = new float[weight.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextDouble(-limit, limit);
        }
        return values;
      }
    };

    abstract float[] values(Weight weight, RandomGenerator random);
  }

  public Weight {
    shape = List.copyOf(shape);
  }

  /// How many values it has.
  public int size() {
    return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
  }

  /// Values to begin training with, the same for the same state of `random`.
  public float[] startValues(RandomGenerator random) {
    return start.values(this, random);
  }
}
