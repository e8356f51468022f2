package dev.inkling.model.training;

import dev.inkling.model.data.Samples;
import dev.inkling.model.ink.Glyph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/// Some samples as tensors, and what a network should say of them.
///
/// @param digits what the samples are; [Samples#NO_DIGIT] for no digit
/// @param glyphs [size, 28, 28], ink 1 on 0
/// @param truths [size, 10], the probability of each digit: of what is no digit, all are the same
/// @param digitness [size, 1], 1 for a digit, 0 for none
record Batch(int[] digits, TFloat32 glyphs, TFloat32 truths, TFloat32 digitness)
    implements AutoCloseable {
  private static final int DIGITS = 10;

  /// @param ink 784 values a sample
  /// @param smoothing how much of a digit's probability is spread evenly over all ten, so that a
  ///     network does not learn to be surer than it can be (C. Szegedy et al., "Rethinking the
  ///     Inception Architecture", 2016, section 7); 0 to below 1
  static Batch of(float[] ink, int[] digits, double smoothing) {
    int size = digits.length;
    var truths = new float[size * DIGITS];
    var digitness = new float[size];
    for (int i = 0; i < size; i++) {
      boolean isDigit = digits[i] != Samples.NO_DIGIT;
      double spread = isDigit ? smoothing : 1;
      for (int k = 0; k < DIGITS; k++) {
        truths[i * DIGITS + k] = (float) (spread / DIGITS + (k == digits[i] ? 1 - spread : 0));
      }
      digitness[i] = isDigit ? 1 : 0;
    }
    return new Batch(
        digits,
        TFloat32.tensorOf(Shape.of(size, Glyph.SIDE, Glyph.SIDE), DataBuffers.of(ink)),
        TFloat32.tensorOf(Shape.of(size, DIGITS), DataBuffers.of(truths)),
        TFloat32.tensorOf(Shape.of(size, 1), DataBuffers.of(digitness)));
  }

  int size() {
    return digits.length;
  }

  @Override
  public void close() {
    glyphs.close();
    truths.close();
    digitness.close();
  }
}
