package dev.inkling.model.ink;

/// Neighbouring pieces of a line of digits that together may be one digit.
///
/// @param from the first of the line's cuts around it, counted from 0
/// @param to the cut at which it ends
/// @param glyph what a network is to see of it
/// @param box around it, in the picture's pixels
/// @param oddness what speaks against it before it is read, as a negative log probability: its
///     shape beside the others', gaps in it, and how much ink the cut before it goes through
public record Candidate(int from, int to, Glyph glyph, Box box, double oddness) {}
