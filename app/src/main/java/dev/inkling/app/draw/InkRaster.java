package dev.inkling.app.draw;

import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.Stroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.function.Consumer;

/// The drawing's pixels on the screen, painted by the same [DrawingRenderer] as the PNG that is
/// sent: what is seen is what is read.
///
/// There are two layers: the finished strokes, and those with the stroke in hand on top. While the
/// pen moves, only the rectangle that the new points can have changed is restored from the first
/// layer and painted again, so a frame costs what the hand did since the last one. That holds for
/// translucent ink and for pictures below it as well: the first layer has them both ready.
final class InkRaster {
  /// Antialiasing reaches one pixel beyond the outline; the second is for rounding.
  private static final int MARGIN = 2;

  private final DrawingRenderer renderer;
  private final Layer finished;
  private final Layer seen;
  private final PaperView paper;
  private Drawing drawing;
  private Optional<Stroke> inHand = Optional.empty();

  InkRaster(Drawing drawing, DrawingRenderer renderer) {
    this.renderer = renderer;
    this.drawing = drawing.cleared();
    finished = new Layer(drawing.width(), drawing.height());
    seen = new Layer(drawing.width(), drawing.height());
    repaint(drawing);
    seen.copy(finished, seen.bounds());
    paper = new PaperView(seen.pixels);
  }

  /// What [#show] keeps up to date.
  PaperView paper() {
    return paper;
  }

  /// Paints what differs from the last call. Call it on JavaFX's thread.
  @SuppressWarnings(
      "ReferenceEquality") // Drawings are immutable: the same one has the same pixels.
  void show(Drawing next, Optional<Stroke> hand) {
    Rectangle dirty = next == drawing ? nothing() : finish(next);
    dirty.add(changed(hand));
    inHand = hand;
    Rectangle visible = dirty.intersection(seen.bounds());
    if (!visible.isEmpty()) {
      seen.copy(finished, visible);
      hand.ifPresent(stroke -> seen.paint(graphics -> renderer.paint(stroke, visible, graphics)));
      paper.update(visible);
    }
  }

  /// Brings the finished layer up to date, and tells where it changed.
  private Rectangle finish(Drawing next) {
    Optional<Stroke> oneMore =
        next.strokes().isEmpty()
            ? Optional.empty()
            : Optional.of(next.strokes().getLast()).filter(last -> drawing.plus(last).equals(next));
    if (oneMore.isEmpty()) {
      repaint(next);
      return finished.bounds();
    }
    drawing = next;
    finished.paint(graphics -> renderer.paint(oneMore.get(), graphics));
    return reach(oneMore.get(), 0);
  }

  private void repaint(Drawing next) {
    drawing = next;
    finished.paint(
        graphics -> {
          renderer.paintGround(next, graphics);
          next.strokes().forEach(stroke -> renderer.paint(stroke, graphics));
        });
  }

  /// Where a hand that holds this stroke now, or none, looks different from the last time.
  private Rectangle changed(Optional<Stroke> hand) {
    int shared = inHand.flatMap(before -> hand.map(now -> sharedPoints(before, now))).orElse(0);
    // The spline of all but the last two of them stays where it is, whatever comes after.
    int from = Math.max(0, shared - 2);
    Rectangle changed = nothing();
    inHand.ifPresent(stroke -> changed.add(reach(stroke, from)));
    hand.ifPresent(stroke -> changed.add(reach(stroke, from)));
    return changed;
  }

  /// With how many points both begin.
  @SuppressWarnings("ReferenceEquality") // A hand's points are objects of their own.
  private static int sharedPoints(Stroke before, Stroke now) {
    int most = Math.min(before.points().size(), now.points().size());
    int shared = 0;
    while (shared < most && before.points().get(shared) == now.points().get(shared)) {
      shared++;
    }
    return shared;
  }

  /// The neutral element of [Rectangle#add]; an empty rectangle would add its corner.
  private static Rectangle nothing() {
    return new Rectangle(0, 0, -1, -1);
  }

  /// What the stroke can cover from that point on: the hull of its points, half a brush wider.
  private static Rectangle reach(Stroke stroke, int from) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Point point : stroke.points().subList(from, stroke.points().size())) {
      left = Math.min(left, point.x());
      top = Math.min(top, point.y());
      right = Math.max(right, point.x());
      bottom = Math.max(bottom, point.y());
    }
    double margin = stroke.brush().width() / 2 + MARGIN;
    int x = (int) Math.floor(left - margin);
    int y = (int) Math.floor(top - margin);
    return new Rectangle(
        x, y, (int) Math.ceil(right + margin) - x, (int) Math.ceil(bottom + margin) - y);
  }

  /// Pixels that Java2D can paint on and JavaFX can show.
  private static final class Layer {
    private final BufferedImage pixels;
    private final int[] argb;

    Layer(int width, int height) {
      pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
      argb = ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
    }

    Rectangle bounds() {
      return new Rectangle(pixels.getWidth(), pixels.getHeight());
    }

    void paint(Consumer<Graphics2D> painting) {
      Graphics2D graphics = pixels.createGraphics();
      try {
        painting.accept(graphics);
      } finally {
        graphics.dispose();
      }
    }

    void copy(Layer source, Rectangle part) {
      for (int y = part.y; y < part.y + part.height; y++) {
        int row = y * pixels.getWidth() + part.x;
        System.arraycopy(source.argb, row, argb, row, part.width);
      }
    }
  }
}
