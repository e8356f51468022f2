package dev.inkling.model.serving;

import dev.inkling.model.ink.Box;

/// A digit of a number, and where it was written.
///
/// @param digit 0 to 9, the most probable
/// @param confidence its probability, 0 to 1
/// @param box around its ink, in the picture's pixels
public record PlacedDigit(int digit, double confidence, Verdict verdict, Box box) {}
