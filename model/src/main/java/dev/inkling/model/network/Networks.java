package dev.inkling.model.network;

import java.util.List;
import java.util.Optional;

/// The networks that Inkling can train.
public final class Networks {
  /// In the order in which they are offered.
  public static final List<Network> ALL = List.of(new SeedNetwork(), new RobustNetwork());

  private Networks() {}

  /// The network of that architecture, as a model card tells it.
  public static Optional<Network> built(String architecture) {
    return ALL.stream().filter(network -> network.architecture().equals(architecture)).findFirst();
  }

  public static Optional<Network> named(String name) {
    return ALL.stream().filter(network -> network.name().equals(name)).findFirst();
  }
}
