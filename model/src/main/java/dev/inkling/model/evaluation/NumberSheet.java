package dev.inkling.model.evaluation;

import dev.inkling.model.ink.Picture;

/// A number on paper.
///
/// @param number its digits, its lines parted by a line feed
/// @param owners of each pixel, row by row: which of the digits, counted from 0, its ink belongs
///     to; [#PAPER] where there is none. Not copied
public record NumberSheet(Picture picture, String number, byte[] owners) {
  /// Owns what has no ink.
  public static final byte PAPER = -1;
}
