package dev.inkling.model.training;

import dev.inkling.model.ink.Picture;
import java.util.OptionalInt;

/// A drawing from which a network is to learn.
///
/// @param digit that it shows, 0 to 9; empty where it shows none
/// @param person who drew it; empty if nobody said
public record TaughtDrawing(Picture picture, OptionalInt digit, String person) {}
