package dev.inkling.api;

import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import dev.inkling.model.serving.Classifier;
import java.util.List;
import java.util.function.Supplier;

/// The first pictures take Java a hundred times longer than the next, which finds its classes
/// loaded and its loops compiled; no caller shall wait for that.
final class WarmUp {
  private static final int ROUNDS = 20;

  /// A slanted one, in the size and the format of a drawing from the window.
  private static final byte[] SAMPLE =
      new DrawingRenderer()
          .png(
              Drawing.blank(560, 560, Ink.WHITE)
                  .plus(
                      new Stroke(
                          new Brush(28, Ink.BLACK),
                          List.of(new Point(320, 120), new Point(240, 440)))));

  private WarmUp() {}

  /// Loads a classifier and asks it until it is quick.
  static SharedClassifier load(Supplier<Classifier> loader) {
    long start = System.nanoTime();
    Classifier classifier = loader.get();
    try {
      for (int i = 0; i < ROUNDS; i++) {
        classifier.predict(SAMPLE);
      }
    } catch (RuntimeException unfit) {
      classifier.close();
      throw unfit;
    }
    return new SharedClassifier(classifier, (System.nanoTime() - start) / 1e9);
  }
}
