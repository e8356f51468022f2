package dev.inkling.model.serving;

import dev.inkling.model.network.Network;
import dev.inkling.model.network.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tensorflow.proto.SavedModel;

/// Models that have learned nothing, written as trained ones are.
public final class TestModels {
  private TestModels() {}

  /// Adds version 1 of a model of that name to the store.
  public static void add(ModelStore store, String name, Network network) {
    store.add(network, weights(network, 1), card(name, network, 1), classifier -> List.of());
  }

  /// Takes the saliency signature away, as models that were written before it lack it.
  public static void forgetSaliency(Path versionFolder) throws IOException {
    var folder = new ModelFolder(versionFolder);
    Path graph = versionFolder.resolve(ModelFolder.GRAPH);
    SavedModel.Builder model;
    try (InputStream stream = Files.newInputStream(graph)) {
      model = SavedModel.parseFrom(stream).toBuilder();
    }
    model.getMetaGraphsBuilder(0).removeSignatureDef(ModelSignature.SALIENCY);
    Files.write(graph, model.build().toByteArray());
    folder.write(folder.card().withFiles(folder.hashes()));
  }

  static ModelCard card(String name, Network network, int version) {
    return new ModelCard(
        name,
        version,
        "A model for tests.",
        network.architecture(),
        network.preprocessing().name(),
        1,
        new ModelCard.Thresholds(0.5, 0),
        new ModelCard.Provenance(
            "none", Map.of(), List.of(), Map.of(), "2026-01-01", Optional.empty()),
        List.of(),
        Map.of());
  }

  static Map<String, float[]> weights(Network network, long seed) {
    var random = new Random(seed);
    var weights = new LinkedHashMap<String, float[]>();
    for (Weight weight : network.weights()) {
      float[] values = weight.startValues(random);
      if (weight.name().endsWith(".bias")) {
        for (int i = 0; i < values.length; i++) {
          values[i] = random.nextFloat() - 0.5f;
        }
      }
      weights.put(weight.name(), values);
    }
    return weights;
  }
}
