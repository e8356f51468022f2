package dev.inkling.model.training;

import dev.inkling.model.data.Samples;
import dev.inkling.model.ink.Glyph;
import java.nio.FloatBuffer;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/// Some samples as tensors.
///
/// @param digits what the samples are
/// @param glyphs [size, 28, 28], ink 1 on 0
/// @param truths [size, 10], one-hot
record Batch(int[] digits, TFloat32 glyphs, TFloat32 truths) implements AutoCloseable {
  private static final int DIGITS = 10;

  /// The samples whose indexes stand in `order` between `from` and `to`.
  static Batch of(Samples samples, int[] order, int from, int to) {
    int size = to - from;
    var digits = new int[size];
    var ink = FloatBuffer.allocate(size * Glyph.PIXELS);
    var truths = new float[size * DIGITS];
    for (int i = 0; i < size; i++) {
      int index = order[from + i];
      digits[i] = samples.digit(index);
      samples.copyInk(index, ink);
      truths[i * DIGITS + digits[i]] = 1;
    }
    return new Batch(
        digits,
        TFloat32.tensorOf(Shape.of(size, Glyph.SIDE, Glyph.SIDE), DataBuffers.of(ink.array())),
        TFloat32.tensorOf(Shape.of(size, DIGITS), DataBuffers.of(truths)));
  }

  int size() {
    return digits.length;
  }

  @Override
  public void close() {
    glyphs.close();
    truths.close();
  }
}
