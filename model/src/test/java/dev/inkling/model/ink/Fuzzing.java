package dev.inkling.model.ink;

import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.function.IntConsumer;
import org.opentest4j.AssertionFailedError;

/// Goes through many rounds, each with its own [Mutation], and looks that nothing piles up.
///
/// `-Dinkling.fuzz=100000` makes it the long form: that many rounds, after which the heap is not to
/// have grown since the first quarter. In the short form, which is part of every build, a
/// measurement would only be a coincidence.
public final class Fuzzing {
  private static final Integer LONG = Integer.getInteger("inkling.fuzz");

  /// More than caches and compiled code make of it, and far less than a leak of some bytes a round.
  private static final long MOST_GROWTH = 16 << 20;

  /// How much of an input is shown when it did harm.
  private static final int MOST_SHOWN = 8192;

  private Fuzzing() {}

  /// Whether this is the long form.
  public static boolean isLong() {
    return LONG != null;
  }

  /// Goes through all rounds.
  ///
  /// @param few rounds of the short form
  /// @param round does the one of that number
  public static void rounds(int few, IntConsumer round) {
    int rounds = LONG == null ? few : LONG;
    long early = 0;
    for (int i = 0; i < rounds; i++) {
      round.accept(i);
      if (i == rounds / 4) {
        early = isLong() ? usedHeap() : 0;
      }
    }
    if (isLong() && usedHeap() - early > MOST_GROWTH) {
      throw new AssertionFailedError(
          "The heap grew from %,d to %,d bytes".formatted(early, usedHeap()));
    }
  }

  /// That this input did what no input may do.
  public static AssertionFailedError harm(int round, String what, byte[] input, Throwable cause) {
    String shown =
        input.length > MOST_SHOWN ? "" : ": " + Base64.getEncoder().encodeToString(input);
    return new AssertionFailedError("Round %d: %s%s".formatted(round, what, shown), cause);
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
