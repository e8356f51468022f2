package dev.inkling.model.training;

import dev.inkling.model.data.Samples;
import dev.inkling.model.ink.Glyph;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Samples from several pools, each changed at random whenever it is used, so that no network sees
/// the same glyph twice. A thread of its own makes them, a few batches ahead of the training.
///
/// What an epoch has depends on the seed and the epoch's number only: a run that was stopped goes
/// on with the very batches that it would have had.
final class AugmentedBatches implements BatchSource {
  /// Batches made ahead.
  private static final int AHEAD = 8;

  /// Samples of one kind.
  ///
  /// @param perEpoch how many of them an epoch takes, chosen anew each time
  record Pool(Samples samples, int perEpoch) {}

  /// A sample by its pool and its place there.
  private record Choice(Samples samples, int index) {}

  private final List<Pool> pools;
  private final Hyperparameters parameters;
  private final Augmentation augmentation;

  AugmentedBatches(List<Pool> pools, Hyperparameters parameters) {
    this.pools = List.copyOf(pools);
    this.parameters = parameters;
    this.augmentation = new Augmentation(parameters.mildness());
  }

  @Override
  public int steps() {
    // The last few samples of an epoch that fill no batch wait for another: a small batch's own
    // mean and variance would be poor ones.
    return pools.stream().mapToInt(Pool::perEpoch).sum() / parameters.batchSize();
  }

  @Override
  public Stream<Batch> epoch(int epoch) {
    List<Choice> choices = choices(epoch);
    BlockingQueue<Batch> made = new ArrayBlockingQueue<>(AHEAD);
    Thread maker =
        Thread.ofPlatform()
            .daemon()
            .name("augmentation")
            .start(() -> makeAll(epoch, choices, made));
    return IntStream.range(0, steps())
        .mapToObj(step -> taken(made))
        .onClose(
            () -> {
              maker.interrupt();
              made.forEach(Batch::close);
            });
  }

  private List<Choice> choices(int epoch) {
    var random = new Random(Seeds.mixed(parameters.seed(), epoch));
    var choices = new ArrayList<Choice>();
    for (Pool pool : pools) {
      int[] order = IntStream.range(0, pool.samples.size()).toArray();
      Shuffling.shuffle(order, random);
      for (int i = 0; i < pool.perEpoch; i++) {
        choices.add(new Choice(pool.samples, order[i % order.length]));
      }
    }
    int[] order = IntStream.range(0, choices.size()).toArray();
    Shuffling.shuffle(order, random);
    return IntStream.of(order).mapToObj(choices::get).toList();
  }

  private void makeAll(int epoch, List<Choice> choices, BlockingQueue<Batch> made) {
    try {
      for (int step = 0; step < steps(); step++) {
        made.put(batch(epoch, choices, step * parameters.batchSize()));
      }
    } catch (InterruptedException notNeededAnyMore) {
      Thread.currentThread().interrupt();
    }
  }

  private Batch batch(int epoch, List<Choice> choices, int from) {
    int size = parameters.batchSize();
    var ink = new float[size * Glyph.PIXELS];
    var digits = new int[size];
    var glyph = FloatBuffer.allocate(Glyph.PIXELS);
    for (int i = 0; i < size; i++) {
      Choice choice = choices.get(from + i);
      var random = new Random(Seeds.mixed(Seeds.mixed(parameters.seed(), epoch), from + i));
      digits[i] = choice.samples.digit(choice.index);
      choice.samples.copyInk(choice.index, glyph.clear());
      float[] changed = augmentation.changed(glyph.array(), random);
      System.arraycopy(changed, 0, ink, i * Glyph.PIXELS, Glyph.PIXELS);
    }
    return Batch.of(ink, digits, parameters.labelSmoothing());
  }

  private static Batch taken(BlockingQueue<Batch> made) {
    try {
      return made.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TrainingCancelled();
    }
  }
}
