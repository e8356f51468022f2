package dev.inkling.app.document;

import dev.inkling.app.background.Background;
import dev.inkling.app.background.LatestWins;
import dev.inkling.app.draw.DrawingViewModel;
import dev.inkling.model.ink.Drawing;
import java.io.IOException;
import java.util.function.Consumer;

/// Keeps what has been drawn after each step, off the screen's thread. A fast hand does not wait
/// for the disk: of the drawings that come while one is being written, the latest is next.
public final class DrawingKeeper implements AutoCloseable {
  private final DrawingViewModel drawing;
  private final KeptDrawing kept;
  private final LatestWins<Drawing, Drawing> writing;
  private Drawing written;

  /// Keeps every change from now on.
  ///
  /// @param onFailure is told on the screen's thread why something could not be kept
  public DrawingKeeper(
      DrawingViewModel drawing,
      KeptDrawing kept,
      Background background,
      Consumer<Throwable> onFailure) {
    this.drawing = drawing;
    this.kept = kept;
    written = drawing.getDrawing();
    writing =
        new LatestWins<>(
            background,
            this::write,
            (asked, done) -> written = done,
            (asked, failure) -> onFailure.accept(failure));
    drawing.drawingProperty().addListener((changed, before, now) -> writing.ask(now));
  }

  /// Also the stroke in hand, and what the disk has not got yet, are kept before this returns. Call
  /// it on the screen's thread.
  @Override
  public void close() {
    drawing.penUp();
    try {
      if (!drawing.getDrawing().equals(written)) {
        kept.write(drawing.getDrawing());
      }
    } catch (IOException full) {
      // It was said when the strokes before could not be kept; now there is nobody to tell.
    }
    kept.close();
  }

  private Drawing write(Drawing latest) throws IOException {
    kept.write(latest);
    return latest;
  }
}
