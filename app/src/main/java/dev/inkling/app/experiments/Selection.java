package dev.inkling.app.experiments;

import dev.inkling.model.serving.ModelId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// Which experiments to look at; each part that is there narrows them down.
///
/// @param person who drew them
/// @param truth what was meant; an empty number where no digit was
/// @param from at the earliest
/// @param before earlier than that
/// @param said what a model said of them
public record Selection(
    Optional<String> person,
    Optional<OptionalInt> truth,
    Optional<Instant> from,
    Optional<Instant> before,
    Optional<Said> said) {

  /// All of them.
  public static final Selection ALL =
      new Selection(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// What a model said.
  ///
  /// @param digit the one it named
  /// @param wrong only what it read wrong
  /// @param leastSure 0 to 1
  /// @param mostSure 0 to 1
  public record Said(
      ModelId model, Optional<Integer> digit, boolean wrong, double leastSure, double mostSure) {

    /// Whatever it said.
    public static Said anything(ModelId model) {
      return new Said(model, Optional.empty(), false, 0, 1);
    }

    public Said withDigit(Optional<Integer> other) {
      return new Said(model, other, wrong, leastSure, mostSure);
    }

    public Said withWrong(boolean only) {
      return new Said(model, digit, only, leastSure, mostSure);
    }

    public Said withSureness(double least, double most) {
      return new Said(model, digit, wrong, least, most);
    }
  }

  public Selection withPerson(Optional<String> other) {
    return new Selection(other, truth, from, before, said);
  }

  public Selection withTruth(Optional<OptionalInt> other) {
    return new Selection(person, other, from, before, said);
  }

  public Selection withTime(Optional<Instant> first, Optional<Instant> end) {
    return new Selection(person, truth, first, end, said);
  }

  public Selection withSaid(Optional<Said> other) {
    return new Selection(person, truth, from, before, other);
  }
}
