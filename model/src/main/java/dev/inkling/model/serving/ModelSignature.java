package dev.inkling.model.serving;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.tensorflow.Signature;

/// One way to ask a SavedModel, as the model itself describes it.
///
/// @param key such as `serving_default`
/// @param method such as `tensorflow/serving/predict`
/// @param inputs by name
/// @param outputs by name
public record ModelSignature(
    String key, String method, Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
  /// The signature that answers when none is named.
  public static final String DEFAULT = Signature.DEFAULT_KEY;

  /// The signature that tells by how much more ink at each pixel would raise the score of the digit
  /// that won. Models that were written before Inkling could ask for it lack it.
  public static final String SALIENCY = "saliency";

  public ModelSignature {
    inputs = new TreeMap<>(inputs);
    outputs = new TreeMap<>(outputs);
  }

  /// What goes in or comes out.
  ///
  /// @param name in the graph, such as `glyph:0`
  /// @param type TensorFlow's name for it, such as `DT_FLOAT`
  /// @param shape -1 where a length is free; empty if even the number of dimensions is
  public record Tensor(String name, String type, Optional<List<Long>> shape) {}

  static ModelSignature of(Signature signature) {
    return new ModelSignature(
        signature.key(),
        signature.methodName(),
        tensors(signature.getInputs()),
        tensors(signature.getOutputs()));
  }

  private static Map<String, Tensor> tensors(Map<String, Signature.TensorDescription> described) {
    var tensors = new TreeMap<String, Tensor>();
    described.forEach(
        (name, tensor) ->
            tensors.put(
                name,
                new Tensor(
                    tensor.name,
                    tensor.dataType.name(),
                    Optional.ofNullable(tensor.shape.asArray())
                        .map(shape -> LongStream.of(shape).boxed().toList()))));
    return tensors;
  }
}
