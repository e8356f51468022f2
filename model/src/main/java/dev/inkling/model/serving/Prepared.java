package dev.inkling.model.serving;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Steps;

/// A picture on its way to the network: what the network is to see of it.
///
/// @param steps how the glyph was found
/// @param decode how long decoding took, in milliseconds
/// @param preprocess how long it then took to find the glyph, in milliseconds
public record Prepared(Glyph glyph, Steps steps, double decode, double preprocess) {
  /// A glyph that came as one.
  static Prepared framed(Glyph glyph) {
    return new Prepared(glyph, Steps.none(), 0, 0);
  }
}
