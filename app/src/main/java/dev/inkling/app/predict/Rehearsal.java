package dev.inkling.app.predict;

import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.net.URI;
import java.util.stream.IntStream;

/// Walks the way of a drawing before anyone draws. Java loads what it needs when it first needs
/// it, and compiles what it has needed often: painting, PNG, HTTP and JSON together make the first
/// answer 0.1 s later than the twentieth.
public final class Rehearsal {
  private static final int ROUNDS = 15;

  /// As large and as long as what people draw.
  private static final Drawing STROKE =
      Drawing.blank(560, 560, Ink.WHITE)
          .plus(
              new Stroke(
                  new Brush(28, Ink.BLACK),
                  IntStream.range(0, 40)
                      .mapToObj(i -> new Point(100 + 9 * i, 80 + i * i / 4))
                      .toList()));

  private final Predictor predictor;
  private final DrawingRenderer renderer;

  public Rehearsal(Predictor predictor, DrawingRenderer renderer) {
    this.predictor = predictor;
    this.renderer = renderer;
  }

  /// Asks that server about a stroke that nobody sees.
  public void walk(URI server) throws InterruptedException {
    try {
      for (int round = 0; round < ROUNDS; round++) {
        predictor.predict(server, renderer.png(STROKE));
      }
    } catch (PredictionFailed unimportant) {
      // Whoever draws next will be told.
    }
  }
}
