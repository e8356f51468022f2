package dev.inkling.model.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// One array of a network.
///
/// @param name unique within the network; letters, digits, dots, dashes, underscores
/// @param shape such as 784, 256; what it is fed with comes first, what it gives last
/// @param trained by gradient; the others are measured while training goes on
public record Weight(String name, List<Long> shape, Start start, boolean trained) {

  /// What training begins with.
  public enum Start {
    ZERO {
      @Override
      float[] values(Weight weight, RandomGenerator random) {
        return new float[weight.size()];
      }
    },

    ONE {
      @Override
      float[] values(Weight weight, RandomGenerator random) {
        var values = new float[weight.size()];
        Arrays.fill(values, 1);
        return values;
      }
    },

    /// Normal with variance 2 / fan in, where half of the signal is cut off by rectifiers (K. He
    /// et al., "Delving Deep into Rectifiers", 2015).
    HE_NORMAL {
      @Override
      float[] values(Weight weight, RandomGenerator random) {
        double fanIn = (double) weight.size() / weight.shape.getLast();
        double deviation = Math.sqrt(2 / fanIn);
        var values = new float[weight.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
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

  /// One that is trained.
  public Weight(String name, List<Long> shape, Start start) {
    this(name, shape, start, true);
  }

  /// One that is measured, such as a mean.
  static Weight measured(String name, List<Long> shape, Start start) {
    return new Weight(name, shape, start, false);
  }

  /// Whether it is what a layer multiplies its input with, and no bias or scale of channels.
  public boolean isKernel() {
    return shape.size() > 1;
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
