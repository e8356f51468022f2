package dev.inkling.app.experiments;

import dev.inkling.model.ink.Drawing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A drawing, its truth, and what each model said of it.
///
/// @param at when it was drawn, to the millisecond
/// @param person who drew it; empty if nobody said
/// @param truth the digit that was meant, 0 to 9; empty where none was
/// @param strokes empty where the picture came from elsewhere
/// @param png the picture as it was sent; not copied
/// @param readings one a model at most, in the order of their names
public record Experiment(
    Instant at,
    String person,
    OptionalInt truth,
    Optional<Drawing> strokes,
    byte[] png,
    List<Reading> readings) {
  public Experiment {
    if (truth.isPresent() && (truth.getAsInt() < 0 || truth.getAsInt() > 9)) {
      throw new IllegalArgumentException("A digit is 0 to 9, got " + truth.getAsInt());
    }
    at = Instant.ofEpochMilli(at.toEpochMilli());
    person = person.strip();
    readings =
        readings.stream()
            .sorted(
                Comparator.comparing((Reading reading) -> reading.model().name())
                    .thenComparingInt(reading -> reading.model().version()))
            .toList();
  }
}
