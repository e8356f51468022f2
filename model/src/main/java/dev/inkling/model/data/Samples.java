package dev.inkling.model.data;

import dev.inkling.model.ink.Glyph;
import java.nio.FloatBuffer;

/// Many samples, kept as MNIST keeps them: a byte a pixel, a quarter of what glyphs would take.
public final class Samples {
  /// Stands where a digit would, for what is none.
  public static final int NO_DIGIT = 10;

  private final byte[] ink;
  private final byte[] digits;
  private final int from;
  private final int size;

  /// @param ink 784 bytes a sample, 0 paper to 255 ink, row by row
  /// @param digits one byte a sample, 0 to 9 or [#NO_DIGIT]
  public Samples(byte[] ink, byte[] digits) {
    this(ink, digits, 0, digits.length);
    if (ink.length != digits.length * Glyph.PIXELS) {
      throw new IllegalArgumentException(
          "%d digits need %d bytes of ink, got %d"
              .formatted(digits.length, digits.length * Glyph.PIXELS, ink.length));
    }
  }

  private Samples(byte[] ink, byte[] digits, int from, int size) {
    this.ink = ink;
    this.digits = digits;
    this.from = from;
    this.size = size;
  }

  public int size() {
    return size;
  }

  public Sample get(int index) {
    var values = FloatBuffer.allocate(Glyph.PIXELS);
    copyInk(index, values);
    return new Sample(new Glyph(values.array()), digit(index));
  }

  public int digit(int index) {
    return digits[from + checked(index)];
  }

  /// Writes the 784 ink values, 0 to 1, of one sample to `target`.
  public void copyInk(int index, FloatBuffer target) {
    int start = (from + checked(index)) * Glyph.PIXELS;
    for (int i = start; i < start + Glyph.PIXELS; i++) {
      target.put((ink[i] & 0xFF) / 255f);
    }
  }

  /// The samples from `start` on, up to but not with `end`; shares their bytes.
  public Samples part(int start, int end) {
    if (start < 0 || start > end || end > size) {
      throw new IndexOutOfBoundsException("%d to %d of %d".formatted(start, end, size));
    }
    return new Samples(ink, digits, from + start, end - start);
  }

  private int checked(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("Sample %d of %d".formatted(index, size));
    }
    return index;
  }
}
