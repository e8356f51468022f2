package dev.inkling.api;

import dev.inkling.model.serving.Classifier;
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

  /// The answer, or nothing if it has been closed already.
  <T> Optional<T> ask(Function<Classifier, T> question) {
    if (holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(question.apply(classifier));
    } finally {
      release();
    }
  }

  /// Nobody will be sent here any more.
  void letGo() {
    release();
  }

  ModelId id() {
    return classifier.card().id();
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
