package dev.inkling.app.draw;

import dev.inkling.model.ink.Backdrop;
import dev.inkling.model.ink.Drawing;
import dev.inkling.model.ink.DrawingRenderer;
import dev.inkling.model.ink.Ink;
import dev.inkling.model.ink.PictureDecoder;
import dev.inkling.model.ink.Point;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import javafx.application.Platform;

/// How long a frame takes while somebody draws on a canvas of 1000 x 1000: one long stroke, point
/// by point, each followed by what a frame paints. `docs/benchmarks/frames` runs it, and
/// `docs/performance.md` has the figures. CPU time is what a quiet machine would take.
public final class FrameTimes {
  private static final int SIDE = 1000;
  private static final int POINTS = 2000;

  private final DrawingRenderer renderer = new DrawingRenderer();

  private FrameTimes() {}

  /// Prints a line for each kind of stroke.
  public static void main(String[] arguments) throws InterruptedException {
    var done = new CountDownLatch(1);
    // JavaFX takes pixels on its own thread only.
    Platform.startup(
        () -> {
          try {
            new FrameTimes().measure();
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
  }

  private void measure() {
    System.out.printf("%-40s %8s %8s %10s%n", "a frame, ms", "p50", "p99", "CPU p99");
    for (int turn = 0; turn < 2; turn++) {
      String warm = turn == 0 ? " (cold)" : "";
      print("brush, all over" + warm, Tool.BRUSH, false, FrameTimes::allOver);
      print("marker, all over" + warm, Tool.MARKER, false, FrameTimes::allOver);
      print("brush over a picture" + warm, Tool.BRUSH, true, FrameTimes::allOver);
      print("marker over a picture" + warm, Tool.MARKER, true, FrameTimes::allOver);
      print("pencil, all over" + warm, Tool.PENCIL, false, FrameTimes::allOver);
      print("brush, scribbled in one place" + warm, Tool.BRUSH, false, FrameTimes::inOnePlace);
    }
  }

  private void print(String name, Tool tool, boolean picture, IntFunction<Point> hand) {
    var elapsed = new double[POINTS];
    var cpu = new double[POINTS];
    paintFrames(tool, picture, hand, elapsed, cpu);
    Arrays.sort(elapsed);
    Arrays.sort(cpu);
    System.out.printf(
        Locale.ROOT,
        "%-40s %8.2f %8.2f %10.2f%n",
        name,
        elapsed[POINTS / 2],
        elapsed[POINTS * 99 / 100],
        cpu[POINTS * 99 / 100]);
  }

  private void paintFrames(
      Tool tool, boolean picture, IntFunction<Point> hand, double[] elapsed, double[] cpu) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    var viewModel = new DrawingViewModel(Drawing.blank(SIDE, SIDE, Ink.WHITE));
    viewModel.toolProperty().set(tool);
    if (picture) {
      viewModel.show(gradient(), Optional.empty());
    }
    var raster = new InkRaster(viewModel.getDrawing(), renderer);
    viewModel.penDown(hand.apply(0));
    for (int i = 0; i < POINTS; i++) {
      viewModel.penMove(hand.apply(i + 1));
      long busy = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      raster.show(viewModel.getDrawing(), viewModel.strokeInHand());
      elapsed[i] = (System.nanoTime() - start) / 1e6;
      cpu[i] = (threads.getCurrentThreadCpuTime() - busy) / 1e6;
    }
  }

  /// Over the whole canvas and across itself, some 20 pixels from point to point: a fast hand.
  private static Point allOver(int i) {
    return new Point(500 + 460 * Math.sin(i / 23.0), 500 + 460 * Math.cos(i / 31.0));
  }

  /// The worst that a hand can do: all of a long stroke passes by where it is drawn on.
  private static Point inOnePlace(int i) {
    return new Point(500 + 60 * Math.sin(i / 2.3), 500 + 60 * Math.cos(i / 3.1));
  }

  private static Backdrop gradient() {
    var pixels = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 160_000; i++) {
      pixels.setRGB(i % 400, i / 400, i * 77);
    }
    return Backdrop.of(new PictureDecoder().inColour(pixels), SIDE, SIDE);
  }
}
