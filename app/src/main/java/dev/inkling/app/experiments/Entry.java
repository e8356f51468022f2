package dev.inkling.app.experiments;

import dev.inkling.model.serving.ModelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A kept experiment as lists and figures need it: without its picture.
///
/// @param id by which the store knows it
public record Entry(long id, Instant at, String person, OptionalInt truth, List<Reading> readings) {
  public Entry {
    readings = List.copyOf(readings);
  }

  /// What that model said, if it was asked.
  public Optional<Reading> by(ModelId model) {
    return readings.stream().filter(reading -> reading.model().equals(model)).findFirst();
  }
}
