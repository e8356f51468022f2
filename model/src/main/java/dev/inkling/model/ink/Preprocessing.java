package dev.inkling.model.ink;

import dev.inkling.model.NoInk;
import java.util.Optional;

/// The way from a [Picture] to the [Glyph] that a network was trained to read.
public sealed interface Preprocessing permits Resize {

  /// Finds what the network is to read.
  ///
  /// @throws NoInk if the picture is one even surface
  Glyph apply(Picture picture);

  /// The name by which a model card asks for it.
  String name();

  /// The preprocessing of that name.
  static Optional<Preprocessing> named(String name) {
    return name.equals(Resize.NAME) ? Optional.of(new Resize()) : Optional.empty();
  }
}
