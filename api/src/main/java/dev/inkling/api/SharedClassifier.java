package dev.inkling.api;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.Prediction;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A classifier that a newer version may replace while it is being asked: it is closed when it has
/// been let go and its last question is answered. TensorFlow itself does not look whether a session
/// is closed under its hands, and takes Java down with it.
final class SharedClassifier {
  private final Classifier classifier;
  private final double loadSeconds;

  private final Batcher batcher = new Batcher(this);

  /// Those who ask, and one more until it is let go.
  private final AtomicInteger holders = new AtomicInteger(1);

  SharedClassifier(Classifier classifier, double loadSeconds) {
    this.classifier = classifier;
    this.loadSeconds = loadSeconds;
  }

  /// What keeps the classifier open until it is closed itself, which is to happen once.
  final class Held implements AutoCloseable {
    private Held() {}

    Classifier classifier() {
      return classifier;
    }

    /// Asks on one of the threads, which holds the classifier too: where the caller is told to give
    /// up, it may go on for a while.
    <T> T askOn(Workers workers, Function<Classifier, T> question) throws InterruptedException {
      return workers.run(() -> ask(question));
    }

    /// Reads glyphs on one of the threads, together with those of others who ask at the same time.
    List<Prediction> classify(Workers workers, List<Glyph> glyphs) throws InterruptedException {
      return batcher.classify(workers, glyphs);
    }

    @Override
    public void close() {
      release();
    }
  }

  /// Nothing if it has been closed already.
  Optional<Held> hold() {
    return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0
        ? Optional.empty()
        : Optional.of(new Held());
  }

  /// Asks on this thread, and holds the classifier meanwhile.
  ///
  /// @throws NoSuchElementException if it has been closed already
  <T> T ask(Function<Classifier, T> question) {
    try (Held held = hold().orElseThrow()) {
      return question.apply(held.classifier());
    }
  }

  /// Whether more than one holds it.
  boolean isAskedByOthers() {
    return holders.get() > 2;
  }

  /// Nobody will be sent here any more.
  void letGo() {
    release();
  }

  ModelCard card() {
    return classifier.card();
  }

  ModelId id() {
    return card().id();
  }

  double loadSeconds() {
    return loadSeconds;
  }

  private void release() {
    if (holders.decrementAndGet() == 0) {
      classifier.close();
    }
  }
}
