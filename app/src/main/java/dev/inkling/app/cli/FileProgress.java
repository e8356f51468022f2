package dev.inkling.app.cli;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar on standard error while many files are read; nothing for a few, or when nobody watches.
record FileProgress(Optional<ProgressBar> bar) implements AutoCloseable {
  /// Fewer are done before a bar could be read.
  private static final int WORTH_A_BAR = 50;

  static FileProgress over(int files) {
    return new FileProgress(
        files < WORTH_A_BAR || !isTerminal(System.console())
            ? Optional.empty()
            : Optional.of(
                new ProgressBarBuilder()
                    .setTaskName("Reading")
                    .setInitialMax(files)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .clearDisplayOnFinish()
                    .build()));
  }

  /// Which Java version gives no console, and which one that is no terminal, has changed twice.
  private static boolean isTerminal(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  void step() {
    bar.ifPresent(ProgressBar::step);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
