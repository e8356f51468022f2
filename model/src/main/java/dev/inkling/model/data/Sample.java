package dev.inkling.model.data;

import dev.inkling.model.ink.Glyph;

/// A glyph and the digit that its writer meant.
///
/// @param digit 0 to 9
public record Sample(Glyph glyph, int digit) {}
