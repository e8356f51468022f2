package dev.inkling.app.desktop;

import dev.inkling.app.desktop.PenUpWatch.Figures;
import dev.inkling.app.texts.Language;
import dev.inkling.app.texts.Sentence;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;

/// How long the answers take on this machine, for those who work on Inkling.
final class DebugOverlay extends Label {
  private final ObjectProperty<Sentence> measured = new SimpleObjectProperty<>(Sentence.NONE);

  DebugOverlay(MainViewModel viewModel, Language language) {
    setId("debug");
    getStyleClass().add("debug-overlay");
    setMouseTransparent(true);
    visibleProperty().bind(viewModel.debuggingProperty());
    textProperty().bind(language.of(DebugOverlay.class).said(measured));
    var figures = viewModel.penUpWatch().figuresProperty();
    figures.addListener((watched, before, now) -> show(now));
    show(figures.get());
  }

  private void show(Optional<Figures> figures) {
    measured.set(figures.map(DebugOverlay::inWords).orElse(Sentence.of("debug.none")));
  }

  private static Sentence inWords(Figures figures) {
    return Sentence.of(
        "debug",
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
