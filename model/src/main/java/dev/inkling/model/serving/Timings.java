package dev.inkling.model.serving;

/// How long the stages of one prediction took, in milliseconds.
///
/// @param decode upload to picture
/// @param preprocess picture to glyph
/// @param infer glyph to probabilities
/// @param total all of it
public record Timings(double decode, double preprocess, double infer, double total) {}
