package dev.inkling.app.learn;

import java.io.IOException;
import java.util.function.Consumer;

/// Teaches a model what there is to learn from the experiments.
@FunctionalInterface
public interface Teacher {

  /// Does so, and comes back with what came of it; an interrupt stops it, and the next call goes on
  /// where it stopped.
  ///
  /// @param model the name of the model that goes on learning
  /// @param steps is told how far it is, on any thread
  /// @throws IOException whose message says in one sentence why it could not
  TeachingLine.Taught teach(String model, Consumer<TeachingLine.Step> steps)
      throws IOException, InterruptedException;
}
