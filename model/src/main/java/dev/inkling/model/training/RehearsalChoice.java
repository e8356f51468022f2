package dev.inkling.model.training;

import dev.inkling.model.data.DataHome;
import dev.inkling.model.data.RehearsalSet;
import dev.inkling.model.data.Samples;
import dev.inkling.model.ink.Glyph;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Chooses what ships for rehearsal from the data that the robust network learned from.
public final class RehearsalChoice {
  /// Of each pool of [RobustData]: MNIST, pen digits, styles, typed digits, non-digits.
  private static final List<Integer> TRAINING = List.of(1600, 800, 500, 200, 900);

  private static final int OF_VALIDATION = 600;
  private static final int OF_HELD_OUT = 200;
  private static final int OF_OTHERS = 200;

  private RehearsalChoice() {}

  /// The same from the same data and seed.
  public static RehearsalSet from(DataHome home, long seed, TrainingProgress progress) {
    RobustData data = RobustData.read(home, Hyperparameters.ofRobust(seed), progress);
    var random = new Random(seed);
    Samples[] training =
        IntStream.range(0, TRAINING.size())
            .mapToObj(i -> some(TRAINING.get(i), data.pools().get(i).samples(), random))
            .toArray(Samples[]::new);
    return new RehearsalSet(
        together(training),
        together(
            some(OF_VALIDATION, data.validation(), random),
            some(OF_HELD_OUT, data.heldOut(), random),
            some(OF_OTHERS, data.others(), random)));
  }

  private static Samples some(int count, Samples all, Random random) {
    int[] order = IntStream.range(0, all.size()).toArray();
    Shuffling.shuffle(order, random);
    var ink = FloatBuffer.allocate(count * Glyph.PIXELS);
    var digits = new byte[count];
    for (int i = 0; i < count; i++) {
      all.copyInk(order[i], ink);
      digits[i] = (byte) all.digit(order[i]);
    }
    return samples(ink.array(), digits);
  }

  private static Samples together(Samples... parts) {
    int size = IntStream.range(0, parts.length).map(i -> parts[i].size()).sum();
    var ink = FloatBuffer.allocate(size * Glyph.PIXELS);
    var digits = new byte[size];
    int next = 0;
    for (Samples part : parts) {
      for (int i = 0; i < part.size(); i++) {
        part.copyInk(i, ink);
        digits[next++] = (byte) part.digit(i);
      }
    }
    return samples(ink.array(), digits);
  }

  static Samples samples(float[] ink, byte[] digits) {
    var bytes = new byte[ink.length];
    for (int i = 0; i < ink.length; i++) {
      bytes[i] = (byte) Math.round(255 * ink[i]);
    }
    return new Samples(bytes, digits);
  }
}
