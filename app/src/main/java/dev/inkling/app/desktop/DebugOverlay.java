package dev.inkling.app.desktop;

import dev.inkling.app.desktop.PenUpWatch.Figures;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;

/// How long the answers take on this machine, for those who work on Inkling.
final class DebugOverlay extends Label {

  DebugOverlay(MainViewModel viewModel) {
    setId("debug");
    getStyleClass().add("debug-overlay");
    setMouseTransparent(true);
    visibleProperty().bind(viewModel.debuggingProperty());
    var figures = viewModel.penUpWatch().figuresProperty();
    figures.addListener((watched, before, now) -> show(now));
    show(figures.get());
  }

  private void show(Optional<Figures> figures) {
    setText(figures.map(DebugOverlay::inWords).orElse("pen up → bars: draw a stroke"));
  }

  private static String inWords(Figures figures) {
    return String.format(
        Locale.ROOT,
        "pen up → bars %.1f ms, median %.1f, longest %.1f (strokes %d, budget %d)",
        milliseconds(figures.last()),
        milliseconds(figures.median()),
        milliseconds(figures.longest()),
        figures.strokes(),
        PenUpWatch.BUDGET.toMillis());
  }

  private static double milliseconds(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
