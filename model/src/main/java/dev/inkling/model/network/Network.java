package dev.inkling.model.network;

import dev.inkling.model.ink.Preprocessing;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/// How a graph is built: which arrays it has, and how they turn glyphs into ten scores. Training
/// and the exported SavedModel build from the same description.
public interface Network {

  /// The name that people train and serve it by.
  String name();

  /// One line for the model card: layers, sizes, activations.
  String architecture();

  /// What turns pictures into the glyphs that this network is trained on.
  Preprocessing preprocessing();

  /// The trainable arrays.
  List<Weight> weights();

  /// Adds the network to a graph.
  ///
  /// @param glyphs [batch, 28, 28], ink 1 on 0
  /// @param weights an operand for each of [#weights()], by name
  /// @return logits, [batch, 10]
  Operand<TFloat32> logits(
      Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights);
}
