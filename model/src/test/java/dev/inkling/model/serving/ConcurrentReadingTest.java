package dev.inkling.model.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many threads ask one network at once, as a server's do. In a process of its own, since with
/// oneDNN TensorFlow crashed, or mixed up the answers.
class ConcurrentReadingTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 400;

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void answersAreTheSameAsAlone(String withOneDnn) throws Exception {
    assertThat(
            OwnProcess.of(ConcurrentReadingTest.class, Map.of("TF_ENABLE_ONEDNN_OPTS", withOneDnn)))
        .isEmpty();
  }

  public static void main(String[] none) throws Exception {
    var random = new Random(1);
    try (Classifier robust = ShippedModels.store().load("robust")) {
      List<List<Glyph>> batches =
          IntStream.range(0, THREADS).mapToObj(thread -> noise(1 + thread, random)).toList();
      List<List<List<Double>>> alone = batches.stream().map(batch -> read(robust, batch)).toList();
      var wrong = new ArrayList<String>();
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < THREADS; i++) {
        List<Glyph> batch = batches.get(i);
        List<List<Double>> expected = alone.get(i);
        threads.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      for (int round = 0; round < ROUNDS; round++) {
                        if (!read(robust, batch).equals(expected)) {
                          synchronized (wrong) {
                            wrong.add("round " + round);
                          }
                        }
                      }
                    }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      if (!wrong.isEmpty()) {
        throw new IllegalStateException("Other answers in company: " + wrong);
      }
    }
  }

  private static List<List<Double>> read(Classifier classifier, List<Glyph> glyphs) {
    return classifier.classify(glyphs).stream().map(Prediction::probabilities).toList();
  }

  private static List<Glyph> noise(int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(
            _ -> {
              var ink = new float[Glyph.PIXELS];
              for (int i = 0; i < ink.length; i++) {
                ink[i] = random.nextFloat();
              }
              return new Glyph(ink);
            })
        .toList();
  }
}
