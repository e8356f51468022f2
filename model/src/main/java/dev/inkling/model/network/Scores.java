package dev.inkling.model.network;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/// What a network's graph gives for a batch of glyphs.
///
/// @param digits [batch, 10] logits of the ten digits
/// @param digitness a logit for each glyph of its being a digit at all, [batch, 1]; none from a
///     network that was only ever shown digits
public record Scores(Operand<TFloat32> digits, Optional<Operand<TFloat32>> digitness) {}
