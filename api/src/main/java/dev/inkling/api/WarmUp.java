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

  /// Enough for TensorFlow to lay out one more model's memory, once Java's part is quick.
  private static final int MORE_ROUNDS = 3;

  /// A slanted line, in the size and the format of a drawing from the window. A file, as drawing it
  /// would load all of Java2D for this one picture.
  private static final String SAMPLE = "warm-up.png";

  private WarmUp() {}

  /// Loads a process's first classifier and asks it until it is quick.
  static SharedClassifier first(Supplier<Classifier> loader) {
    return load(loader, ROUNDS);
  }

  /// Loads one more, and asks it until it is quick too.
  static SharedClassifier another(Supplier<Classifier> loader) {
    return load(loader, MORE_ROUNDS);
  }

  private static SharedClassifier load(Supplier<Classifier> loader, int rounds) {
    long start = System.nanoTime();
    Classifier classifier = loader.get();
    try {
      byte[] sample = sample();
      for (int i = 0; i < rounds; i++) {
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
