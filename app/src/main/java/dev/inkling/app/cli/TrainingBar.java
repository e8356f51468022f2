package dev.inkling.app.cli;

import dev.inkling.model.training.EpochFigures;
import dev.inkling.model.training.TrainingProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar with rate and time left for each epoch, a line after each, and Ctrl-C turned into a
/// request to stop: Java is kept alive until training has let go of TensorFlow.
final class TrainingBar implements TrainingProgress, AutoCloseable {
  private static final int LONGEST_FAREWELL_SECONDS = 10;

  private final int epochs;
  private final PrintWriter log;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread onCtrlC = new Thread(this::stop, "stop-training");
  private volatile boolean cancelled;
  private @Nullable ProgressBar bar;

  private TrainingBar(int epochs, PrintWriter log) {
    this.epochs = epochs;
    this.log = log;
  }

  static TrainingBar show(int epochs, PrintWriter log) {
    var bar = new TrainingBar(epochs, log);
    Runtime.getRuntime().addShutdownHook(bar.onCtrlC);
    return bar;
  }

  @Override
  public void onStep(int epoch, int step, int steps, double loss) {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Epoch %d of %d".formatted(epoch, epochs))
              .setInitialMax(steps)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(250)
              .showSpeed()
              .clearDisplayOnFinish()
              .build();
    }
    bar.stepTo(step);
    bar.setExtraMessage(String.format(Locale.ROOT, " loss %.4f", loss));
  }

  @Override
  public void onEpoch(EpochFigures figures) {
    closeBar();
    log.printf(
        Locale.ROOT,
        "Epoch %d of %d: loss %.4f, training accuracy %.2f %%, validation accuracy %.2f %%%n",
        figures.epoch(),
        epochs,
        figures.loss(),
        100 * figures.accuracy(),
        100 * figures.validationAccuracy());
    log.flush();
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void close() {
    closeBar();
    ended.countDown();
    if (!cancelled) {
      Runtime.getRuntime().removeShutdownHook(onCtrlC);
    }
  }

  private void closeBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private void stop() {
    cancelled = true;
    try {
      ended.await(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
