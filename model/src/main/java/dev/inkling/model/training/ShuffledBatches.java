package dev.inkling.model.training;

import dev.inkling.model.data.Samples;
import dev.inkling.model.ink.Glyph;
import java.nio.FloatBuffer;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every sample once an epoch, as it is, in an order that is drawn anew each time.
final class ShuffledBatches implements BatchSource {
  private final Samples samples;
  private final int batchSize;
  private final Random random;
  private final int[] order;

  /// @param random goes on from epoch to epoch, so these must be asked for in turn
  ShuffledBatches(Samples samples, int batchSize, Random random) {
    this.samples = samples;
    this.batchSize = batchSize;
    this.random = random;
    this.order = IntStream.range(0, samples.size()).toArray();
  }

  @Override
  public int steps() {
    return Math.ceilDiv(order.length, batchSize);
  }

  @Override
  public Stream<Batch> epoch(int epoch) {
    Shuffling.shuffle(order, random);
    return IntStream.range(0, steps()).mapToObj(this::batch);
  }

  private Batch batch(int step) {
    int from = step * batchSize;
    int size = Math.min(batchSize, order.length - from);
    var ink = FloatBuffer.allocate(size * Glyph.PIXELS);
    var digits = new int[size];
    for (int i = 0; i < size; i++) {
      digits[i] = samples.digit(order[from + i]);
      samples.copyInk(order[from + i], ink);
    }
    return Batch.of(ink.array(), digits, 0);
  }
}
