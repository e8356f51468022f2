package dev.inkling.model.network;

import dev.inkling.model.ink.Preprocessing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/// How a graph is built: which arrays it has, and how they turn glyphs into ten scores. Training
/// and the exported SavedModel build from the same description.
public sealed interface Network permits SeedNetwork, ConvolutionalNetwork, Continued {

  /// The name that people train and serve it by.
  String name();

  /// One line for the model card: layers, sizes, activations.
  String architecture();

  /// What turns pictures into the glyphs that this network is trained on.
  Preprocessing preprocessing();

  /// The arrays that training finds: those that it trains, and those that it measures.
  List<Weight> weights();

  /// The arrays that reading takes: those that training finds, unless the network reads by a
  /// simpler graph than it learns by.
  default List<Weight> readingWeights() {
    return weights();
  }

  /// Values for [#readingWeights()].
  ///
  /// @param found values of [#weights()], by name
  default Map<String, float[]> readingValues(Map<String, float[]> found) {
    return found;
  }

  /// Adds the network, as it reads, to a graph.
  ///
  /// @param glyphs [batch, 28, 28], ink 1 on 0
  /// @param weights an operand for each of [#readingWeights()], by name
  Scores scores(Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights);

  /// Adds the network, as it learns, to a graph; for many a network that is the same.
  ///
  /// @param weights an operand for each of [#weights()], by name
  default Learning learning(
      Ops tf, Operand<TFloat32> glyphs, Map<String, ? extends Operand<TFloat32>> weights) {
    return new Learning(scores(tf, glyphs, weights), Map.of());
  }

  /// Values to begin training with, the same for the same state of `random`.
  default Map<String, float[]> startValues(RandomGenerator random) {
    var values = new LinkedHashMap<String, float[]>();
    weights().forEach(weight -> values.put(weight.name(), weight.startValues(random)));
    return values;
  }
}
