package dev.inkling.model.evaluation;

import dev.inkling.model.ink.Picture;

/// A digit that nothing has happened to yet, to be put on a canvas in black on white.
public sealed interface CleanDigit permits CleanGlyph, CleanLines {

  /// The digit on a canvas of its own kind's usual size.
  Picture at(Pose pose);
}
