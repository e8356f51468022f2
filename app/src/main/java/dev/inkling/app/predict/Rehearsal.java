package dev.inkling.app.predict;

import dev.inkling.model.ink.Brush;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.net.URI;
import java.util.List;

/// Walks the way of a drawing once before anyone draws. Java loads what it needs when it first
/// needs it: painting, PNG, HTTP and JSON together make the first answer 0.1 s later than the
/// second.
public final class Rehearsal {
  private static final Drawing STROKE =
      Drawing.blank(56, 56, Ink.WHITE)
          .plus(new Stroke(new Brush(4, Ink.BLACK), List.of(new Point(20, 20), new Point(36, 36))));

  private final Predictor predictor;
  private final DrawingRenderer renderer;

  public Rehearsal(Predictor predictor, DrawingRenderer renderer) {
    this.predictor = predictor;
    this.renderer = renderer;
  }

  /// Asks that server about a stroke that nobody sees.
  public void walk(URI server) throws InterruptedException {
    try {
      predictor.predict(server, renderer.png(STROKE));
    } catch (PredictionFailed unimportant) {
      // Whoever draws next will be told.
    }
  }
}
