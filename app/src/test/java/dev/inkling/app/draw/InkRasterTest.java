package dev.inkling.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Point;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// JavaFX takes new pixels only on its own thread, so these run there.
@ExtendWith(ApplicationExtension.class)
final class InkRasterTest {
  private static final int ROUNDING = 2;

  private final DrawingRenderer renderer = new DrawingRenderer();
  private final DrawingViewModel viewModel = new DrawingViewModel();

  @Test
  void aStrokePaintedPieceByPieceIsTheOneThatIsSent() {
    onScreen(
        raster -> {
          viewModel.penDown(new Point(100, 100));
          for (int i = 1; i < 400; i++) {
            double angle = i / 15.0;
            viewModel.penMove(
                new Point(280 + i / 2.0 * Math.cos(angle), 280 + i * Math.sin(angle)));
            if (i % 3 == 0) {
              show(raster);
            }
          }
          show(raster);
          assertShowsWhatIsSent(raster);
          viewModel.penUp();
          show(raster);
          assertShowsWhatIsSent(raster);
        });
  }

  @Test
  void undoRedoAndClearReachTheScreen() {
    onScreen(
        raster -> {
          line(50, 60);
          line(200, 300);
          show(raster);
          viewModel.undo();
          show(raster);
          assertShowsWhatIsSent(raster);
          viewModel.redo();
          show(raster);
          assertShowsWhatIsSent(raster);
          viewModel.clear();
          show(raster);
          assertShowsWhatIsSent(raster);
        });
  }

  @Test
  void aStrokeUndoneAndAnotherBegunBetweenTwoFramesLeaveNoTrace() {
    onScreen(
        raster -> {
          viewModel.penDown(new Point(100, 100));
          viewModel.penMove(new Point(300, 120));
          show(raster);
          viewModel.undo();
          viewModel.penDown(new Point(400, 400));
          viewModel.penMove(new Point(420, 440));
          show(raster);
          assertShowsWhatIsSent(raster);
        });
  }

  @Test
  void whatLeavesTheCanvasIsCutOff() {
    onScreen(
        raster -> {
          viewModel.penDown(new Point(550, 300));
          show(raster);
          viewModel.penMove(new Point(900, 300));
          show(raster);
          viewModel.penMove(new Point(900, -300));
          show(raster);
          viewModel.penMove(new Point(300, -5));
          show(raster);
          assertShowsWhatIsSent(raster);
        });
  }

  private void onScreen(java.util.function.Consumer<InkRaster> test) {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> test.accept(new InkRaster(viewModel.getDrawing(), renderer)));
  }

  private void show(InkRaster raster) {
    raster.show(viewModel.getDrawing(), viewModel.strokeInHand());
  }

  private void line(double y, double to) {
    viewModel.penDown(new Point(40, y));
    viewModel.penMove(new Point(500, to));
    viewModel.penUp();
  }

  private void assertShowsWhatIsSent(InkRaster raster) {
    Drawing drawing = viewModel.asSeen();
    BufferedImage sent = renderer.render(drawing);
    var seen = raster.image().getPixelReader();
    for (int y = 0; y < drawing.height(); y++) {
      for (int x = 0; x < drawing.width(); x++) {
        int expected = sent.getRaster().getSample(x, y, 0);
        int shown = seen.getArgb(x, y) & 0xFF;
        if (Math.abs(expected - shown) > ROUNDING) {
          assertThat(shown).as("grey at %d, %d", x, y).isEqualTo(expected);
        }
      }
    }
  }
}
