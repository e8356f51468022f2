package dev.inkling.model.network;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/// A network's graph for learning.
///
/// @param scores of the batch
/// @param statistics what the batch showed of each weight that is not trained but measured, by name
public record Learning(Scores scores, Map<String, Operand<TFloat32>> statistics) {}
