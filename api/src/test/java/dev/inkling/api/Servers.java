package dev.inkling.api;

import dev.inkling.api.RunningServer.Client;
import dev.inkling.model.network.Network;
import dev.inkling.model.network.RobustNetwork;
import dev.inkling.model.network.SeedNetwork;
import dev.inkling.model.serving.ModelStore;
import dev.inkling.model.serving.TestModels;
import java.io.IOException;
import java.nio.file.Path;

/// Servers of models that have learned nothing but have what tests need.
final class Servers {
  private Servers() {}

  /// One model `seed` and one `robust`, which can both explain themselves, and one `mute`, which
  /// can't.
  static Client explaining(Path folder) throws IOException {
    ModelStore store = ModelStore.open(folder);
    add(store, "seed", new SeedNetwork());
    add(store, "robust", new RobustNetwork());
    add(store, "mute", new SeedNetwork());
    TestModels.forgetSaliency(folder.resolve("mute/1"));
    return RunningServer.start(store);
  }

  private static void add(ModelStore store, String name, Network network) {
    TestModels.add(store, name, network);
  }
}
