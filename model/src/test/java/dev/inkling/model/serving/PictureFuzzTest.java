package dev.inkling.model.serving;

import dev.inkling.model.InklingException;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Fuzzing;
import dev.inkling.model.ink.Mutation;
import dev.inkling.model.ink.PictureSeeds;
import dev.inkling.model.ink.ScriptedHand;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Broken pictures all the way from bytes to a digit: each gives an answer or one of the refusals
/// that are known, and holds nobody up.
class PictureFuzzTest {
  private static final int FEW = 500;

  /// Of a processor, which is not the time that passes; for the long form, where it matters.
  private static final Duration MOST_WORK = Duration.ofSeconds(2);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static Classifier robust;

  @BeforeAll
  static void load() {
    robust = ShippedModels.store().load("robust");
  }

  @AfterAll
  static void close() {
    robust.close();
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void brokenPicturesGiveAnAnswerOrARefusalAndNothingElse() {
    List<byte[]> seeds = PictureSeeds.all();
    Fuzzing.rounds(
        FEW,
        round -> {
          byte[] mutant = new Mutation(seeds, round).mutant();
          long begin = THREADS.getCurrentThreadCpuTime();
          try {
            robust.predict(mutant);
          } catch (InklingException refusal) {
            // As it is to be.
          } catch (Throwable leaked) {
            throw Fuzzing.harm(round, "another exception", mutant, leaked);
          }
          long work = THREADS.getCurrentThreadCpuTime() - begin;
          if (Fuzzing.isLong() && work > MOST_WORK.toNanos()) {
            throw Fuzzing.harm(round, work / 1_000_000 + " ms of work", mutant, null);
          }
        });
    robust.predict(new DrawingRenderer().png(ScriptedHand.draw(3)));
  }
}
