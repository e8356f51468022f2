package dev.inkling.app.desktop;

import dev.inkling.model.ink.Drawing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Measures what a person waits for: from the moment in which the pen leaves the paper to that in
/// which the bars for exactly that drawing are drawn.
public final class PenUpWatch {
  /// Below it an answer feels like part of the stroke.
  public static final Duration BUDGET = Duration.ofMillis(50);

  /// The figures are of so many last strokes.
  private static final int REMEMBERED = 200;

  /// What was measured.
  public record Figures(Duration last, Duration median, Duration longest, int strokes) {}

  private final LongSupplier nanoTime;
  private final Deque<Duration> waits = new ArrayDeque<>();
  private Optional<Drawing> awaited = Optional.empty();
  private Optional<Drawing> drawn = Optional.empty();
  private long penUp;

  private final ReadOnlyObjectWrapper<Optional<Figures>> figures =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public PenUpWatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  public ReadOnlyObjectProperty<Optional<Figures>> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  /// The pen has left the paper, and this is what lies there. Where its bars are drawn already,
  /// because the hand rested before, nobody waits and nothing is counted.
  public void penUp(Drawing drawing) {
    penUp = nanoTime.getAsLong();
    awaited = drawn.filter(drawing::equals).isPresent() ? Optional.empty() : Optional.of(drawing);
  }

  /// The bars for this drawing are drawn.
  public void barsDrawn(Drawing drawing) {
    drawn = Optional.of(drawing);
    if (awaited.filter(drawing::equals).isEmpty()) {
      return;
    }
    awaited = Optional.empty();
    waits.add(Duration.ofNanos(nanoTime.getAsLong() - penUp));
    if (waits.size() > REMEMBERED) {
      waits.remove();
    }
    var sorted = waits.stream().sorted().toList();
    figures.set(
        Optional.of(
            new Figures(
                waits.getLast(), sorted.get(sorted.size() / 2), sorted.getLast(), sorted.size())));
  }
}
