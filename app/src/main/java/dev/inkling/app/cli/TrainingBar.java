package dev.inkling.app.cli;

import dev.inkling.model.training.EpochFigures;
import dev.inkling.model.training.TrainingProgress;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar with rate and time left for each epoch, a line after each, and Ctrl-C turned into a
/// request to stop.
final class TrainingBar implements TrainingProgress, AutoCloseable {
  private final PrintWriter log;
  private final CtrlC ctrlC = CtrlC.watch();
  private int epochs;
  private @Nullable ProgressBar bar;

  private TrainingBar(PrintWriter log) {
    this.log = log;
  }

  static TrainingBar show(PrintWriter log) {
    return new TrainingBar(log);
  }

  @Override
  public synchronized void onPreparing(String what, int done, int all) {
    ProgressBar shown = bar != null ? bar : show("Drawing " + what, all);
    shown.stepTo(Math.max(done, shown.getCurrent()));
    if (done == all) {
      closeBar();
    }
  }

  @Override
  public void onPart(String name, int epochsOfPart) {
    epochs = epochsOfPart;
    log.printf("Training %s%n", name);
    log.flush();
  }

  @Override
  public void onResume(int done) {
    log.printf("Going on after epoch %d of %d.%n", done, epochs);
    log.flush();
  }

  @Override
  public void onStep(int epoch, int step, int steps, double loss, double accuracy) {
    ProgressBar shown = bar != null ? bar : show("Epoch %d of %d".formatted(epoch, epochs), steps);
    shown.stepTo(step);
    shown.setExtraMessage(
        String.format(Locale.ROOT, " loss %.4f, %.2f %% right", loss, 100 * accuracy));
  }

  private ProgressBar show(String task, int steps) {
    ProgressBar shown =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(250)
            .showSpeed()
            .clearDisplayOnFinish()
            .build();
    bar = shown;
    return shown;
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
    return ctrlC.isPressed();
  }

  @Override
  public void close() {
    closeBar();
    ctrlC.close();
  }

  private void closeBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
