package dev.inkling.model.evaluation;

import dev.inkling.model.ink.Picture;

/// A number on paper.
///
/// @param number its digits, its lines parted by a line feed
public record NumberSheet(Picture picture, String number) {}
