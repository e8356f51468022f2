package dev.inkling.model.network;

/// What batch normalisation does to each channel once the means and variances are known: it
/// subtracts the mean, divides by the standard deviation, and scales and shifts by what was learnt
/// (S. Ioffe and C. Szegedy, "Batch Normalization", 2015). That is linear, so a convolution before
/// it can do it as well, with other weights and a bias.
///
/// @param scale one value a channel, as are the others
record BatchNormalization(float[] scale, float[] offset, float[] mean, float[] variance) {
  /// Added to a variance, so that a channel that never changes is not divided by nothing.
  static final float EPSILON = 1e-3f;

  /// The weights that make a convolution do both.
  ///
  /// @param kernel of the convolution before, row-major, channels last
  float[] kernel(float[] kernel) {
    var folded = new float[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      folded[i] = (float) (kernel[i] * factor(i % scale.length));
    }
    return folded;
  }

  /// The bias that goes with it, one value a channel.
  float[] bias() {
    var bias = new float[offset.length];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = (float) (offset[i] - mean[i] * factor(i));
    }
    return bias;
  }

  private double factor(int channel) {
    return scale[channel] / Math.sqrt((double) variance[channel] + EPSILON);
  }
}
