package dev.inkling.api;

import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelCard;
import dev.inkling.model.serving.ModelId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A classifier that a newer version may replace while it is being asked: it is closed when it has
/// been let go and its last question is answered. TensorFlow itself does not look whether a session
/// is closed under its hands, and takes Java down with it.
final class SharedClassifier {
  private final Classifier classifier;
  private final double loadSeconds;

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
      return workers.run(
          () -> {
            try (Held its = hold().orElseThrow()) {
              return question.apply(its.classifier());
            }
          });
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
