package dev.inkling.app.cli;

import dev.inkling.app.learn.Drawings;
import dev.inkling.app.learn.TeachingLine;
import dev.inkling.model.training.EpochFigures;
import dev.inkling.model.training.Lesson;
import dev.inkling.model.training.TrainingProgress;
import java.io.PrintWriter;

/// A training run told to another program, a line a step: the window teaches in a process of its
/// own.
final class TrainingLines implements TrainingProgress, AutoCloseable {
  private final PrintWriter out;
  private final CtrlC ctrlC = CtrlC.watch();
  private int epochs;

  TrainingLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void onPart(String name, int epochsOfPart) {
    epochs = epochsOfPart;
  }

  @Override
  public void onStep(int epoch, int step, int steps, double loss, double accuracy) {
    double part = (epoch - 1 + (double) step / steps) / epochs;
    say(TeachingLine.of(new TeachingLine.Step(part, loss, accuracy)));
  }

  @Override
  public void onEpoch(EpochFigures figures) {
    // The steps have told it.
  }

  void onLesson(Lesson lesson, Drawings drawings) {
    say(TeachingLine.of(TeachingLine.Taught.of(lesson, drawings)));
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public boolean isCancelled() {
    return ctrlC.isPressed();
  }

  @Override
  public void close() {
    ctrlC.close();
  }
}
