package dev.inkling.api;

import dev.inkling.model.serving.Classifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Supplier;

/// The first pictures take Java a hundred times longer than the next, which finds its classes
/// loaded and its loops compiled; no caller shall wait for that.
final class WarmUp {
  private static final int ROUNDS = 20;

  /// A slanted line, in the size and the format of a drawing from the window. A file, as drawing it
  /// would load all of Java2D for this one picture.
  private static final String SAMPLE = "warm-up.png";

  private WarmUp() {}

  /// Loads a classifier and asks it until it is quick.
  static SharedClassifier load(Supplier<Classifier> loader) {
    long start = System.nanoTime();
    Classifier classifier = loader.get();
    try {
      byte[] sample = sample();
      for (int i = 0; i < ROUNDS; i++) {
        classifier.predict(sample);
      }
    } catch (RuntimeException unfit) {
      classifier.close();
      throw unfit;
    }
    return new SharedClassifier(classifier, (System.nanoTime() - start) / 1e9);
  }

  private static byte[] sample() {
    try (InputStream stream = Objects.requireNonNull(WarmUp.class.getResourceAsStream(SAMPLE))) {
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
