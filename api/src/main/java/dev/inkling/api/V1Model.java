package dev.inkling.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.inkling.model.serving.Classifier;
import dev.inkling.model.serving.ModelId;
import dev.inkling.model.serving.ModelSignature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `/v1` tells of a model, in the JSON of TensorFlow Serving's protobuf messages.
final class V1Model {
  private V1Model() {}

  /// KServe looks at `ready`, TensorFlow Serving's clients at the versions.
  record Status(
      String name,
      boolean ready,
      @JsonProperty("model_version_status") List<VersionStatus> versions) {}

  record VersionStatus(String version, String state, Code status) {}

  record Code(
      @JsonProperty("error_code") String code, @JsonProperty("error_message") String message) {}

  /// Only models that are loaded and warm are known at all.
  static Status status(ModelId id) {
    var available =
        new VersionStatus(String.valueOf(id.version()), "AVAILABLE", new Code("OK", ""));
    return new Status(id.name(), true, List.of(available));
  }

  record Metadata(
      @JsonProperty("model_spec") Spec spec, Map<String, Map<String, Object>> metadata) {}

  record Spec(String name, @JsonProperty("signature_name") String signatureName, String version) {}

  record SignatureDef(
      Map<String, TensorInfo> inputs,
      Map<String, TensorInfo> outputs,
      @JsonProperty("method_name") String method) {}

  record TensorInfo(String dtype, @JsonProperty("tensor_shape") TensorShape shape, String name) {}

  record TensorShape(List<Dim> dim, @JsonProperty("unknown_rank") boolean unknownRank) {}

  /// A length; protobuf writes 64-bit integers as text.
  record Dim(String size, String name) {}

  static Metadata metadata(Classifier classifier) {
    var signatures = new LinkedHashMap<String, SignatureDef>();
    for (ModelSignature signature : classifier.signatures()) {
      signatures.put(
          signature.key(),
          new SignatureDef(
              infos(signature.inputs()), infos(signature.outputs()), signature.method()));
    }
    ModelId id = classifier.card().id();
    return new Metadata(
        new Spec(id.name(), "", String.valueOf(id.version())),
        Map.of("signature_def", Map.of("signature_def", signatures)));
  }

  private static Map<String, TensorInfo> infos(Map<String, ModelSignature.Tensor> tensors) {
    var infos = new LinkedHashMap<String, TensorInfo>();
    tensors.forEach((name, tensor) -> infos.put(name, info(tensor)));
    return infos;
  }

  private static TensorInfo info(ModelSignature.Tensor tensor) {
    List<Dim> dims =
        tensor.shape().orElse(List.of()).stream()
            .map(length -> new Dim(String.valueOf(length), ""))
            .toList();
    return new TensorInfo(
        tensor.type(), new TensorShape(dims, tensor.shape().isEmpty()), tensor.name());
  }
}
