package dev.inkling.model.serving;

import dev.inkling.model.ink.Glyph;

/// A picture on its way to the network: what the network is to see of it.
///
/// @param decode how long decoding took, in milliseconds
/// @param preprocess how long it then took to find the glyph, in milliseconds
public record Prepared(Glyph glyph, double decode, double preprocess) {}
