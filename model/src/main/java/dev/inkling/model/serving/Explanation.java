package dev.inkling.model.serving;

import dev.inkling.model.ink.Glyph;
import dev.inkling.model.ink.Steps;

/// A prediction with its reason: what the network was given to read, and how it was found.
public record Explanation(Prediction prediction, Glyph seen, Steps steps) {}
