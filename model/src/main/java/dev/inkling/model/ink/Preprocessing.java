package dev.inkling.model.ink;

import dev.inkling.model.NoInk;
import java.util.Optional;
import java.util.stream.Stream;

/// The way from a [Picture] to the [Glyph] that a network was trained to read.
public sealed interface Preprocessing permits Resize, Normalizer {

  /// Finds what the network is to read, and tells how.
  ///
  /// @throws NoInk if there is nothing but paper
  Preprocessed preprocess(Picture picture);

  /// Finds what the network is to read.
  ///
  /// @throws NoInk if there is nothing but paper
  default Glyph apply(Picture picture) {
    return preprocess(picture).glyph();
  }

  /// The name by which a model card asks for it.
  String name();

  /// The preprocessing of that name.
  static Optional<Preprocessing> named(String name) {
    return Stream.<Preprocessing>of(new Resize(), new Normalizer())
        .filter(known -> known.name().equals(name))
        .findFirst();
  }
}
