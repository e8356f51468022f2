package dev.inkling.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.ink.Backdrop;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.ink.Point;
import dev.inkling.model.ink.ScriptedHand;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.PixelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Test
  void aTranslucentStrokeOverAPicturePaintedPieceByPieceIsTheOneThatIsSent() {
    viewModel.show(gradient(), Optional.empty());
    viewModel.toolProperty().set(Tool.MARKER);
    onScreen(
        raster -> {
          viewModel.penDown(new Point(100, 100));
          for (int i = 1; i < 300; i++) {
            viewModel.penMove(
                new Point(280 + 200 * Math.sin(i / 9.0), 280 + 200 * Math.cos(i / 5.0)));
            show(raster);
          }
          assertShowsWhatIsSent(raster);
          viewModel.penUp();
          show(raster);
          assertShowsWhatIsSent(raster);
        });
  }

  @Test
  void theLinesThatARulerGaveBeforeLeaveNoTrace() {
    onScreen(
        raster -> {
          viewModel.penDown(new Point(100, 100));
          viewModel.penMove(new Point(130, 90));
          show(raster);
          viewModel.ruleTo(new Point(500, 120));
          show(raster);
          viewModel.ruleTo(new Point(90, 480));
          show(raster);
          assertShowsWhatIsSent(raster);
          viewModel.penMove(new Point(300, 500));
          show(raster);
          assertShowsWhatIsSent(raster);
        });
  }

  @Test
  void otherPaperAndPicturesReachTheScreen() {
    onScreen(
        raster -> {
          line(50, 60);
          show(raster);
          viewModel.whiteOnBlack();
          show(raster);
          assertShowsWhatIsSent(raster);
          viewModel.show(gradient(), Optional.empty());
          viewModel.penDown(new Point(50, 50));
          viewModel.penUp();
          show(raster);
          assertShowsWhatIsSent(raster);
        });
  }

  /// Undo has no limit: what it holds must be strokes, and never the pixels that they became.
  @Test
  void twoThousandDigitsAndAllTheirStepsTakeLittleMemory() {
    onScreen(
        raster -> {
          digits(raster, 50);
          long before = usedMemory();
          digits(raster, 2000);
          assertThat((usedMemory() - before) / 2000).as("bytes a digit").isLessThan(20_000);
          assertThat(viewModel.canUndoProperty().get()).isTrue();
        });
  }

  private void digits(InkRaster raster, int count) {
    for (int i = 0; i < count; i++) {
      for (List<Point> line : ScriptedHand.lines(i % 10, 560)) {
        viewModel.penDown(line.getFirst());
        line.forEach(viewModel::penMove);
        viewModel.penUp();
      }
      show(raster);
      viewModel.clear();
    }
  }

  private static long usedMemory() {
    System.gc();
    Runtime java = Runtime.getRuntime();
    return java.totalMemory() - java.freeMemory();
  }

  private static Backdrop gradient() {
    var pixels = new BufferedImage(80, 50, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 80; x++) {
      for (int y = 0; y < 50; y++) {
        pixels.setRGB(x, y, (x + y) * 0x010101);
      }
    }
    return Backdrop.of(new PictureDecoder().inColour(pixels), 560, 560);
  }

  /// In a window that is larger than the canvas only the tiles that a stroke passes are painted.
  @ParameterizedTest
  @ValueSource(doubles = {560, 1056, 333})
  void inEverySizeTheStrokeIsWhatAPaperMadeAnewShows(double side) {
    onScreen(
        raster -> {
          raster.paper().place(side, 1);
          viewModel.penDown(new Point(100, 100));
          for (int i = 1; i < 100; i++) {
            viewModel.penMove(new Point(100 + 3 * i, 100 + i * i / 30.0));
            show(raster);
          }
          viewModel.penUp();
          show(raster);

          PaperView anew = new InkRaster(viewModel.getDrawing(), renderer).paper();
          anew.place(side, 1);
          PixelReader expected = anew.snapshot(null, null).getPixelReader();
          PixelReader shown = raster.paper().snapshot(null, null).getPixelReader();
          for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
              int wanted = expected.getArgb(x, y) & 0xFF;
              int is = shown.getArgb(x, y) & 0xFF;
              if (Math.abs(wanted - is) > ROUNDING) {
                assertThat(is).as("grey at %d, %d", x, y).isEqualTo(wanted);
              }
            }
          }
        });
  }

  private void onScreen(java.util.function.Consumer<InkRaster> test) {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000, () -> test.accept(new InkRaster(viewModel.getDrawing(), renderer)));
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
    var seen = raster.paper().snapshot(null, null).getPixelReader();
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
