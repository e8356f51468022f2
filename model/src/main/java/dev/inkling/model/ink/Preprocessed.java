package dev.inkling.model.ink;

/// A glyph, and how it was made of its picture.
public record Preprocessed(Glyph glyph, Steps steps) {}
