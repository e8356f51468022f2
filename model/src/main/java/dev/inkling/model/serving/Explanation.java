package dev.inkling.model.serving;

import dev.inkling.model.ink.Glyph;

/// A prediction with its reason: what the network was given to read.
public record Explanation(Prediction prediction, Glyph seen) {}
