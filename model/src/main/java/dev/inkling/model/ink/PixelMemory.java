package dev.inkling.model.ink;

/// Where a thread decodes pictures that nobody keeps. Most clients send pictures of one size, so
/// that the next one fits where the last one was: a megabyte a drawing that need not be found,
/// cleared and collected again.
final class PixelMemory {
  /// Larger pictures get memory of their own: a worker thread lives as long as the server.
  private static final int MOST_KEPT = 1 << 20;

  private static final ThreadLocal<PixelMemory> OF_THREAD =
      ThreadLocal.withInitial(PixelMemory::new);

  private float[] last = new float[0];

  private PixelMemory() {}

  static PixelMemory ofThread() {
    return OF_THREAD.get();
  }

  /// As many values as there are pixels, whatever they are.
  float[] of(int pixels) {
    if (pixels > MOST_KEPT) {
      return new float[pixels];
    }
    if (last.length != pixels) {
      last = new float[pixels];
    }
    return last;
  }
}
